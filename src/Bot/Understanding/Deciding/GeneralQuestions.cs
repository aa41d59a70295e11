using Bot.Conversations;
using Bot.Understanding.Marks;
using Calculators.Rules;
using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Index;

namespace Bot.Understanding.Deciding;

/// <summary>
/// What people begin with, and ask of no matter in particular: 怎么申请, 找谁办, 钱什么时候到账, 有什么条件, 能拿多少钱. The clauses that
/// the front matter of each document names for it; of the document whose level is named (省里的怎么申请), else of all. Null where
/// anything else is said.
/// </summary>
internal sealed class GeneralQuestions(DocumentSet documents, IReadOnlyList<Calculator> calculators, Lexicon lexicon, MeantDocument meant, FigureClauses figures)
{
    private const int Longest = 24;

    internal Intent? Read(Message message, ConversationState state)
    {
        if (message.Text.Length > Longest || message.References.Any(r => r.Clauses.Count > 0) || !Asks(message)) return null;
        if (message.Has(Cue.Scheme) || message.Has(Cue.Contents) || message.Has(Cue.Original) || message.Has(Cue.Summary) || message.Has(Cue.Validity) || message.Has(Cue.ThisClause)) return null;
        if (!Unsaid.HoldsNothingAtAll(message, lexicon, MeantDocument.Words)) return null;
        var named = meant.Find(message, message.Documents);
        if (message.Has(Cue.Department))
        {
            if (named is null && InCharge(state) is { } units) return units;
            return Clauses(message, named ?? state.Document, d => d.Procedure);
        }

        // In a talk it is asked of what is talked about, which others read.
        if (state.LastClauses.Count > 0 && named is null && !message.Has(Cue.Overview)) return null;
        if (message.Has(Cue.Payout)) return Clauses(message, named, d => d.Payout);
        if (message.Has(Cue.Procedure)) return Clauses(message, named, d => d.Procedure);
        // Where the clauses have conditions of their own, what each gives says for what.
        if (message.Has(Cue.Conditions) && named is not null && Clauses(message, named, d => d.Conditions) is { } conditions) return conditions;
        // 全省总共选多少个试点: how much of a document that is named, others read.
        return named is null || message.Has(Cue.Overview) ? Overview(message, named) : null;
    }

    private static bool Asks(Message message) =>
        message.Has(Cue.Department) || message.Has(Cue.Payout) || message.Has(Cue.Procedure) || message.Has(Cue.Conditions) || message.Has(Cue.Amount) || message.Has(Cue.Gain) || message.Has(Cue.Overview);

    // The clause that was shown, or that of the award before it: 附则 names no units.
    private Intent.Department? InCharge(ConversationState state)
    {
        if (state.LastClauses.Count == 0) return null;
        var award = calculators.FirstOrDefault(c => c.Name == state.Calculator);
        foreach (var id in award is null ? [state.LastClauses[0]] : new[] { state.LastClauses[0], ClauseId.Parse(award.Clause) })
        {
            if (documents.Find(id) is { Responsible.Count: > 0 }) return new Intent.Department([id]);
        }

        return null;
    }

    private Intent.Clauses? Clauses(Message message, string? document, Func<Document, IReadOnlyList<ClauseId>> of)
    {
        List<ClauseId> clauses = [.. documents.Documents.Where(d => document is null || d.Id == document).SelectMany(of)];
        return clauses.Count > 0 ? new Intent.Clauses(clauses, message.Text, false, []) : null;
    }

    private Intent.Summary? Overview(Message message, string? document) => figures.Of(document) is { Count: > 0 } clauses ? new Intent.Summary(clauses, message.Text) : null;
}
