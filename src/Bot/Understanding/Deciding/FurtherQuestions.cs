using Knowledge.Citations;
using Knowledge.Search;

namespace Bot.Understanding.Deciding;

/// <summary>Several questions in one message (名额算几个？钱是翻倍还是有个顶？): each may have a clause of its own, in the document that answers the whole.</summary>
internal sealed class FurtherQuestions(ClauseSearch search, Answerability answerability)
{
    private const int Candidates = 8;

    // 可以吗? asks of what was said before it.
    private const int ShortestQuestion = 6;

    // A further question that the first clause speaks of nearly as well is answered by it.
    private const double MuchBetter = 1.5;

    /// <summary>Adds the clauses of further questions to those that were found.</summary>
    /// <param name="message">What is asked.</param>
    /// <param name="found">What answers the whole, best first; one at least.</param>
    /// <param name="most">How many there may be in all.</param>
    internal void Add(Message message, List<ClauseId> found, int most)
    {
        var text = message.Text;
        var end = text.IndexOf('?', StringComparison.Ordinal);
        // One question alone was looked for as a whole.
        if (end < 0 || text.IndexOf('?', end + 1) < 0) return;
        for (var start = 0; end >= 0 && found.Count < most; (start, end) = (end + 1, text.IndexOf('?', end + 1)))
        {
            if (end - start >= ShortestQuestion && Find(text[start..end], found) is { } clause) found.Add(clause);
        }
    }

    private ClauseId? Find(string question, List<ClauseId> found)
    {
        if (search.Lexicon.CountParticular(question) == 0) return null;
        var hits = search.Rank(question, Candidates, null, found[0].Document);
        if (hits.MaxBy(ClauseSelector.Weight) is not { } best || found.Contains(best.Clause)) return null;
        if (best.Coverage < answerability.LeastForEach || best.Specific < answerability.LeastForEach) return null;
        var first = hits.FirstOrDefault(h => h.Clause == found[0]);
        return first is null || ClauseSelector.Weight(best) >= ClauseSelector.Weight(first) * MuchBetter ? best.Clause : null;
    }
}
