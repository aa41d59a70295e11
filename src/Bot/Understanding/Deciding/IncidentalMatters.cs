using System.Buffers;
using Bot.Conversations;
using Bot.Understanding.Marks;
using Knowledge.Corpus;

namespace Bot.Understanding.Deciding;

/// <summary>
/// Whether another matter only stands beside what is asked of the documents: somebody whom a clause that is named may reach
/// (第二条认不认小巨人), a paper that is handed in (要不要带营业执照), or what money is spent on (试点资金能拿来还贷款吗).
/// </summary>
internal sealed class IncidentalMatters
{
    private static readonly SearchValues<char> LastOfPapers = SearchValues.Create("票照证单书");

    // A document that says for what its money may not be used answers what it may be spent on.
    private static readonly SearchValues<string> RulesOut = SearchValues.Create(["不得用于", "专款专用"], StringComparison.Ordinal);
    private readonly HashSet<string> ruling = new(StringComparer.Ordinal);

    internal IncidentalMatters(DocumentSet documents)
    {
        foreach (var clause in documents.Clauses)
        {
            if (clause.Text.AsSpan().ContainsAny(RulesOut)) ruling.Add(clause.Id.Document);
        }
    }

    /// <summary>Whether the other matter does not decide what the message is about.</summary>
    internal bool Holds(Message message, ConversationState state) => AsksOfClause(message) || HandsIn(message) || Spends(message, state);

    /// <summary>Whether papers that go with an application under a document are all that is foreign, if anything is.</summary>
    internal static bool HandsIn(Message message)
    {
        if (message.Documents.Count == 0 || !(message.Has(Cue.HandIn) || message.Has(Cue.Procedure))) return false;
        var papers = false;
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is not Meaning.OtherMatter) continue;
            if (!IsPaper(message.Text, mark.End)) return false;
            papers = true;
        }

        return papers;
    }

    /// <summary>Whether it is asked what the money of a document may be spent on.</summary>
    internal bool Spends(Message message, ConversationState state) =>
        message.Has(Cue.Spend) && !message.Has(Cue.Amount) && (message.Documents.Count > 0 ? message.Documents[0].Name : state.Document) is { } document && ruling.Contains(document);

    private static bool AsksOfClause(Message message)
    {
        if (!(message.Has(Cue.Covers) || message.Has(Cue.Claim)) || message.Has(Cue.Amount)) return false;
        foreach (var reference in message.References)
        {
            if (reference.Clauses.Count > 0) return true;
        }

        return false;
    }

    // 发票, 营业执照, 身份证; 纳税证明 ends behind the matter.
    private static bool IsPaper(string text, int end) => LastOfPapers.Contains(text[end - 1]) || (end < text.Length && LastOfPapers.Contains(text[end])) || string.CompareOrdinal(text, end, "证明", 0, 2) == 0;
}
