using Bot.Answering;
using Bot.Summaries.Content;
using Bot.Summaries.Formats;
using Bot.Summaries.Verifying;
using Calculators.Rules;
using Knowledge.Corpus;

namespace Bot.Summaries;

/// <summary>What the doors call: summaries made and verified.</summary>
internal sealed class SummaryOffice
{
    private readonly SummaryVerifier verifier;

    internal SummaryOffice(Dialogue dialogue, DocumentSet documents, IReadOnlyList<Calculator> calculators)
    {
        Summariser = new Summariser(dialogue, documents, calculators);
        verifier = new SummaryVerifier(Summariser);
    }

    /// <summary>Makes answers again from what was said.</summary>
    internal Summariser Summariser { get; }

    /// <summary>What a question is summarised from now.</summary>
    internal Receipt ReceiptOf(IReadOnlyList<string> turns, DateOnly asOf) => new(turns, asOf, Summariser.CorpusVersion);

    /// <summary>The summary of the answer to the receipt's last turn, with the kind of that answer.</summary>
    internal (ReadOnlyMemory<byte> File, AnswerKind Kind) Write(Receipt receipt, SummaryFormat format)
    {
        var answer = Summariser.Replay(receipt).Answer ?? throw new ArgumentException("A summary is made of what holds.", nameof(receipt));
        return (format.Write(Outline.Of(Summariser.Summarise(receipt, answer))).Bytes, answer.Kind);
    }

    /// <summary>Verifies a summary that somebody handed in.</summary>
    internal Verification Verify(ReadOnlyMemory<byte> summary, SummaryFormat format) => verifier.Verify(summary, format);
}
