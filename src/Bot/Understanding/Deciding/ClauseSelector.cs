using Bot.Conversations;
using Bot.Understanding.Marks;
using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Index;
using Knowledge.Search;

namespace Bot.Understanding.Deciding;

/// <summary>Finds the clauses that answer a question, with what was talked about before, and tells where none does.</summary>
internal sealed class ClauseSelector(DocumentSet documents, ClauseSearch search, Answerability answerability)
{
    private const int Candidates = 8;
    private const int MostCited = 3;

    // Chosen on the development questions; between .2 and .5 the choice hardly matters.
    private const double EarlierWeight = 0.35;
    private const double SameDocument = 1.15;
    private const double SameClause = 1.25;

    /// <summary>The clauses, best first; none where the documents do not answer.</summary>
    internal List<ClauseId> Find(Message message, ConversationState state, IReadOnlyList<Mention> topics)
    {
        var elliptical = IsElliptical(message) && state.LastClauses.Count > 0;
        var hits = Rank(message, state, elliptical);
        if (hits.Count == 0 || !answerability.Answers(message, hits[0], elliptical)) return [];

        string[] named = [.. topics.Select(t => t.Name).Distinct()];
        if (named.Length > 1)
        {
            // Two documents held against each other: the best clause of each.
            return [.. named.Select(d => hits.FirstOrDefault(h => h.Document == d)).OfType<ClauseHit>().Select(h => h.Clause)];
        }

        var least = hits[0].Score * answerability.AlsoCited;
        return [.. hits.Where(h => h.Score >= least).Take(MostCited).Select(h => h.Clause)];
    }

    /// <summary>The best clause among those that name responsible units; null where the message says nothing to look for.</summary>
    internal ClauseId? FindResponsible(Message message)
    {
        foreach (var hit in search.Search(message.Normal.Original, documents.Clauses.Count))
        {
            if (hit.Coverage < answerability.LeastForUnits) return null;
            if (documents.Find(hit.Clause) is { Responsible.Count: > 0 }) return hit.Clause;
        }

        return null;
    }

    /// <summary>Whether a message leans on the one before: short, or pointing back.</summary>
    internal static bool IsElliptical(Message message) =>
        message.References.All(r => r.Clauses.Count == 0) && (message.Text.Length <= 12 || (message.Has(Cue.Back) && message.Text.Length <= 24));

    /// <summary>Whether a clause, rather than the document's window, sets the time that is asked about: a deadline, a period.</summary>
    internal bool SpeaksOfTime(ClauseId id, Message message) =>
        documents.Find(id) is { } clause && Knowledge.Text.DateReader.Read(clause.Text).Any(d => d.Month is not null) && search.Search(message.Normal.Original, 1) is [var hit] && hit.Clause == id;

    /// <summary>Whether nothing beside a document and what is to be done with it is named.</summary>
    internal static bool NamesOnlyDocument(Message message, IReadOnlyList<Mention> topics)
    {
        var covered = topics.Sum(t => t.Span.Length);
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is Meaning.AwardWord or Meaning.Chooses or Meaning.InputWord && !topics.Any(t => t.Span.Overlaps(new(mark.Start, mark.Length)))) return false;
            if (mark.Meaning is Meaning.Signals) covered += mark.Length;
        }

        return covered * 3 >= message.Text.Length;
    }

    private List<ClauseHit> Rank(Message message, ConversationState state, bool elliptical)
    {
        var own = search.Search(message.Normal.Original, elliptical ? documents.Clauses.Count : Candidates, state.Document);
        if (!elliptical || state.LastQuery is not { } earlier) return [.. own];

        var before = search.Search(earlier, documents.Clauses.Count, state.Document).ToDictionary(h => h.Clause, h => h.Score);
        return
        [
            .. own.Select(h => h with
                {
                    Score = (h.Score + (EarlierWeight * before.GetValueOrDefault(h.Clause)))
                        * (h.Document == state.Document ? SameDocument : 1)
                        * (h.Clause == state.LastClauses[0] ? SameClause : 1),
                })
                .OrderByDescending(h => h.Score),
        ];
    }
}
