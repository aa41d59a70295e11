using Bot.Summaries.Content;
using Bot.Summaries.Formats;

namespace Bot.Summaries.Verifying;

/// <summary>Finds the receipt of a summary, makes the summary again and tells every difference. Works offline and takes any bytes.</summary>
internal sealed class SummaryVerifier(Summariser summariser)
{
    private const int LongestMiB = 2;

    /// <summary>Verifies a summary.</summary>
    /// <param name="summary">The file.</param>
    /// <param name="format">What it is said to be.</param>
    internal Verification Verify(ReadOnlyMemory<byte> summary, SummaryFormat format)
    {
        if (summary.Length > LongestMiB * 1024 * 1024) return Only(Wording.TooLarge(LongestMiB));
        if (format.Read(summary) is not { } lines) return Only(Wording.Unreadable());
        var isThere = FindReceipt(lines, out var found);
        if (found is not { } receipt) return Only(isThere ? Wording.DamagedReceipt() : Wording.NoReceipt());
        List<Difference> differences = receipt.CorpusVersion == summariser.CorpusVersion ? [] : [Wording.OtherCorpus(receipt.CorpusVersion, summariser.CorpusVersion)];
        if (summariser.Replay(receipt).Answer is not { } answer) return new Verification([.. differences, Wording.UnfoundedChoice()]);
        var expected = format.Write(Outline.Of(summariser.Summarise(receipt, answer)));
        if (!expected.Bytes.Span.SequenceEqual(summary.Span)) differences.AddRange(LineComparison.Compare(lines, expected.Lines, format.Seen));
        return new Verification(differences);
    }

    private static bool FindReceipt(IReadOnlyList<string> lines, out Receipt? receipt)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (Receipt.Find(lines[i], out receipt)) return true;
        }

        receipt = null;
        return false;
    }

    private static Verification Only(Difference difference) => new([difference]);
}
