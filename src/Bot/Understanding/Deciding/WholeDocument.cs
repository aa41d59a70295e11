using Bot.Conversations;
using Bot.Understanding.Marks;
using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Index;

namespace Bot.Understanding.Deciding;

/// <summary>What is asked of a document as a whole: its conditions (报试点要什么条件) and its procedure (十一条怎么申请), also where it is only talked about. The document's front matter says which clauses answer.</summary>
internal sealed class WholeDocument(DocumentSet documents, Lexicon lexicon)
{
    private const int Longest = 20;

    /// <summary>The clauses; null where something else is asked, or the document says nothing of it.</summary>
    internal Intent.Clauses? Read(Message message, ConversationState state, IReadOnlyList<Mention> topics)
    {
        // 申请51号文的奖金，要不要带营业执照: what goes with an application is its procedure.
        var papers = IncidentalMatters.HandsIn(message);
        if (!papers && !message.Has(Cue.Conditions) && !message.Has(Cue.Procedure)) return null;
        var id = topics.Count > 0 ? topics[0].Name : message.References.IsEmpty && message.Text.Length <= Longest ? state.Document : null;
        if (id is null || topics.Any(t => t.Name != id) || (!papers && NamesMatter(message, topics))) return null;
        var document = documents.FindDocument(id)!;
        List<ClauseId> clauses = [.. message.Has(Cue.Conditions) ? document.Conditions : [], .. papers || message.Has(Cue.Procedure) ? document.Procedure : []];
        if (clauses.Count > 0) return new Intent.Clauses(clauses, message.Text, false, []);
        // Where each clause has conditions of its own, those of the clause talked about are meant.
        return topics.Count == 0 && message.Has(Cue.Conditions) ? new Intent.Clauses([state.LastClauses[0]], state.LastQuery ?? message.Text, false, []) : null;
    }

    // 产学研的申报要求: a matter beside the document, for which a clause is looked for. 十一条的奖金怎么兑现 has what any award has.
    private bool NamesMatter(Message message, IReadOnlyList<Mention> topics)
    {
        var common = lexicon.FindCommon(message.Text);
        foreach (var term in lexicon.FindTerms(message.Text))
        {
            if (!topics.Any(t => t.Span.Overlaps(term.Span)) && !common.Any(c => c.Start <= term.Span.Start && term.Span.End <= c.End) && !IsAsked(message, term)) return true;
        }

        return message.Marks.Any(m => m.Meaning is Meaning.OtherMatter);
    }

    private static bool IsAsked(Message message, Mention term)
    {
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is Meaning.Signals { Cue: Cue.Conditions or Cue.Procedure } && term.Span.Overlaps(new(mark.Start, mark.Length))) return true;
        }

        return false;
    }
}
