using Bot.Conversations;
using Bot.Understanding.Marks;
using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Index;
using Knowledge.Search;

namespace Bot.Understanding.Deciding;

/// <summary>Finds the clauses that answer a question, with what was talked about before, and tells where none does.</summary>
internal sealed class ClauseSelector(DocumentSet documents, ClauseSearch search, Answerability answerability, MeantDocument meant)
{
    private static readonly char[] Joints = ['和', '与', '跟', '、', '及', ','];

    private const int Candidates = 8;

    // Enough to find the best of a document or of those with units; a corpus of any size costs the same.
    private const int Wide = 100;

    private const int MostCited = 3;

    // Chosen on the development questions; between .2 and .5 the choice hardly matters.
    private const double EarlierWeight = 0.3;
    private const double SaysEnough = 0.3;
    private const double ForSpecific = 0.5;
    private const double SameDocument = 1.4;
    private const double SameClause = 1.1;
    private const double MeantByLevel = 1.5;

    private readonly FurtherQuestions further = new(search, answerability);

    /// <summary>The clauses, best first; none where the documents do not answer.</summary>
    internal List<ClauseId> Find(Message message, ConversationState state, IReadOnlyList<Mention> topics) => Find(message, state, topics, out _, out _);

    /// <summary>The clauses, best first; none where the documents do not answer.</summary>
    /// <param name="message">What is asked.</param>
    /// <param name="state">What was said before.</param>
    /// <param name="topics">The documents that are named.</param>
    /// <param name="barely">Whether the best came close to being no answer.</param>
    /// <param name="near">Where there are none, the clause that came close to being one.</param>
    internal List<ClauseId> Find(Message message, ConversationState state, IReadOnlyList<Mention> topics, out bool barely, out ClauseId? near)
    {
        (barely, near) = (false, null);
        // 通知怎么规定的: the document spoken of.
        var elliptical = (IsElliptical(message) || (message.Has(Cue.Document) && topics.Count == 0)) && state.LastClauses.Count > 0;
        var one = IsOne(topics);
        var hits = Rank(message, state, elliptical, one ? topics : null);
        // Whoever names one document asks about that one.
        if (one) hits.RemoveAll(h => h.Document != topics[0].Name);
        var margin = hits.Count == 0 ? -1 : answerability.Margin(message, hits[0], elliptical);
        if (margin < 0)
        {
            if (margin >= answerability.Near && hits is [{ Specific: > 0 } best, ..]) near = best.Clause;
            return [];
        }

        barely = margin < answerability.Sure;

        string[] named = [.. topics.Select(t => t.Name).Distinct()];
        if (named.Length > 1)
        {
            // Two documents held against each other: the best clause of each, for what is asked about both.
            var common = search.Rank(Query(message, topics), Wide);
            return [.. named.Select(d => common.FirstOrDefault(h => h.Document == d)).OfType<ClauseHit>().Select(h => h.Clause)];
        }

        var least = Weight(hits[0]) * answerability.AlsoCited;
        // What says nothing of what in particular is asked stands beside no clause that does.
        List<ClauseId> found = [.. hits.Where(h => Weight(h) >= least && (h.Specific > 0 || hits[0].Specific <= 0)).Take(MostCited).Select(h => h.Clause)];
        if (!elliptical) further.Add(message, found, MostCited);
        return found;
    }

    /// <summary>The best clause among those that name responsible units; null where the message says nothing to look for.</summary>
    internal ClauseId? FindResponsible(Message message)
    {
        foreach (var hit in search.Rank(Query(message), Wide))
        {
            if (hit.Coverage < answerability.LeastForUnits) return null;
            if (documents.Find(hit.Clause) is { Responsible.Count: > 0 }) return hit.Clause;
        }

        return null;
    }

    /// <summary>Whether a message leans on the one before: short, or pointing back.</summary>
    internal static bool IsElliptical(Message message) =>
        message.References.All(r => r.Clauses.Count == 0) && (message.Text.Length <= 12 || (message.Has(Cue.Back) && message.Text.Length <= 24));

    /// <summary>The best clause, whether it answers or not; null where nothing is found.</summary>
    /// <param name="message">What is asked.</param>
    /// <param name="state">What was said before.</param>
    /// <param name="preferred">A kind of clause that is preferred among the best few; null where any will do.</param>
    internal ClauseId? Best(Message message, ConversationState state, Func<ClauseId, bool>? preferred)
    {
        var hits = search.Rank(Query(message), Candidates, state.Document);
        if (hits.Count == 0) return null;
        return preferred is not null && hits.FirstOrDefault(h => preferred(h.Clause)) is { } hit ? hit.Clause : hits.MaxBy(Weight)!.Clause;
    }

    /// <summary>Whether the best clause for a message is this one, and speaks plainly of what is asked.</summary>
    internal bool IsClear(Message message, ClauseId clause) => search.Rank(Query(message), 1) is [var best] && best.Clause == clause && best.Coverage >= answerability.LeastForEach;

    /// <summary>The best clause for each of several things joined by 和, 与, 跟 or 、; fewer than two where one has none.</summary>
    /// <param name="message">What is asked.</param>
    /// <param name="topics">The documents that are named: whoever names one means its clauses.</param>
    internal List<ClauseId> FindEach(Message message, IReadOnlyList<Mention> topics)
    {
        var only = IsOne(topics) ? topics[0].Name : null;
        // Split where two things are joined; a piece that no clause speaks of belongs to its neighbour.
        List<ClauseId> found = [];
        foreach (var piece in Query(message, only is null ? null : topics).Split(Joints, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (search.Rank(piece, only is null ? 1 : Wide, null, only) is [var best, ..] && Speaks(piece, best) && !found.Contains(best.Clause)) found.Add(best.Clause);
        }

        if (found.Count > 1) return found;
        return [];
    }

    // 的钱怎么分: of what in particular is asked, where something is.
    private bool Speaks(string piece, ClauseHit best) =>
        best.Coverage >= answerability.LeastForEach || (best.Specific >= answerability.LeastForEach && search.Lexicon.CountParticular(piece) > 0);

    /// <summary>Whether nothing beside a document and what is to be done with it is named.</summary>
    internal bool NamesOnlyDocument(Message message, IReadOnlyList<Mention> topics)
    {
        // 十一条里人才那一条 names more than the document.
        if (search.Lexicon.FindTerms(message.Text).Any(t => !topics.Any(d => d.Span.Overlaps(t.Span)))) return false;
        var covered = topics.Sum(t => t.Span.Length);
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is Meaning.AwardWord or Meaning.Chooses or Meaning.InputWord && !Names(topics, mark)) return false;
            if (mark.Meaning is Meaning.Signals { Cue: not (Cue.Spend or Cue.HandIn or Cue.Covers) }) covered += mark.Length;
        }

        return covered * 3 >= message.Text.Length;
    }

    private static bool Names(IReadOnlyList<Mention> topics, Mark mark)
    {
        for (var i = 0; i < topics.Count; i++)
        {
            if (topics[i].Span.Overlaps(new(mark.Start, mark.Length))) return true;
        }

        return false;
    }

    private string Query(Message message, IReadOnlyList<Mention>? without = null) => AskedText.Of(message, search.Lexicon, without);

    private static bool IsOne(IReadOnlyList<Mention> topics)
    {
        for (var i = 1; i < topics.Count; i++)
        {
            if (topics[i].Name != topics[0].Name) return false;
        }

        return topics.Count > 0;
    }

    // Much of a little and little of much match alike: the clause that speaks of more of what in particular is asked comes first.
    internal static double Weight(ClauseHit hit) => hit.Score * (1 + (ForSpecific * hit.Specific));

    private List<ClauseHit> Rank(Message message, ConversationState state, bool elliptical, IReadOnlyList<Mention>? document)
    {
        // Whoever names one document asks about that one. What leans on the talk is held against the best of all.
        var own = search.Rank(Query(message, document), elliptical || message.Documents.Count > 0 ? Wide : Candidates, state.Document, elliptical ? null : document?[0].Name);
        // What says enough by itself does not lean on what was said before.
        if (!elliptical || state.LastQuery is not { } earlier)
        {
            // 县里每年挑几家往上送: the document issued there comes first. How well it answers is another question.
            if (message.Documents.Count == 0 && meant.Find(message, []) is { } issued) return [.. own.OrderByDescending(h => Weight(h) * (h.Document == issued ? MeantByLevel : 1))];
            List<ClauseHit> hits = [.. own];
            hits.Sort(static (a, b) => Weight(b).CompareTo(Weight(a)));
            return hits;
        }

        if (own.Count > 0 && answerability.IsClear(own[0])) return [.. own.OrderByDescending(h => Weight(h) * (h.Document == state.Document ? SameDocument : 1))];

        if (own.Count == 0) return [];
        var before = search.Rank(earlier, Wide, state.Document).ToDictionary(h => h.Clause, h => h.Score);
        var (ownBest, mostWeight, beforeBest) = (own[0].Score, own.Max(Weight), before.Count > 0 ? before.Values.Max() : 1);
        // The less a message says itself, the more it leans on the one before.
        var says = Math.Min(1, own[0].Coverage / SaysEnough);
        return
        [
            .. own.Select(h => h with
                {
                    Score = ((says * Weight(h) / mostWeight) + (EarlierWeight * before.GetValueOrDefault(h.Clause) / beforeBest))
                        * (h.Document == state.Document ? SameDocument : 1)
                        * (h.Clause == state.LastClauses[0] ? SameClause : 1)
                        * ownBest,
                })
                .OrderByDescending(h => h.Score),
        ];
    }
}
