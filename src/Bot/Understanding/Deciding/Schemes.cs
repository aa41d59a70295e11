using Bot.Conversations;
using Bot.Understanding.Marks;
using Calculators.Rules;
using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Index;

namespace Bot.Understanding.Deciding;

/// <summary>Questions about a document's scheme: who applies (试点申报主体是企业还是政府), what it gives in all (给钱吗, 最高能拿多少), how many clauses it has. Null where a message is none of them.</summary>
internal sealed class Schemes(DocumentSet documents, IReadOnlyList<Calculator> calculators, Lexicon lexicon, FigureClauses figures, MeantDocument meant)
{
    // Of more clauses than these the gist is told.
    private const int Few = 2;

    internal Intent? Read(Message message, ConversationState state, IReadOnlyList<Mention> topics)
    {
        if (message.Has(Cue.Applicant) && WithApplicants(Document(message, state, topics)) is { } award) return new Intent.WrongAsker(award);
        if (message.Has(Cue.Contents) && Unsaid.HoldsNothingParticular(message, topics, lexicon)) return Contents(message, Document(message, state, topics) ?? documents.Documents[0].Id);
        return message.Has(Cue.Scheme) && Unsaid.HoldsNothingParticular(message, topics, lexicon) ? Gives(message, Document(message, state, topics)) : null;
    }

    /// <summary>The document that is meant: named, or the only one issued at the level that is named (省里, 县里), or the one talked about; null where none is.</summary>
    internal string? Document(Message message, ConversationState state, IReadOnlyList<Mention> topics) => meant.Find(message, topics) ?? state.Document;

    private Calculator? WithApplicants(string? document) =>
        calculators.FirstOrDefault(c => c.Applicants is not null && (document is null || IsOf(c, document)));

    private static bool IsOf(Calculator calculator, string document) => ClauseId.Parse(calculator.Clause).Document == document;

    private Intent? Gives(Message message, string? document)
    {
        var clauses = figures.Of(document);
        if (clauses.Count == 0) return null;
        if (clauses.Count > Few) return new Intent.Summary(clauses, message.Text);
        var rule = calculators.First(c => !c.JudgesEligibility && clauses[0].Is(c.Clause)).Rule;
        return new Intent.Clauses(clauses, rule.Text, false, []);
    }

    // The words that name the document by its title state how many it has where they do; the headings follow.
    private Intent.Clauses Contents(Message message, string id)
    {
        var document = documents.FindDocument(id)!;
        var naming = document.Clauses.FirstOrDefault(c => c.Text.Contains($"《{document.Title}》", StringComparison.Ordinal)) ?? document.Clauses[0];
        return new Intent.Clauses([naming.Id], document.Title, false, ClaimReader.Read(message))
        {
            Listed = [.. document.Clauses.Where(c => char.IsAsciiDigit(c.Id.Number[0]) && c.Parent is null).Select(c => c.Id)],
        };
    }
}
