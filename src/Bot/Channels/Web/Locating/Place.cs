using Knowledge.Corpus;
using Knowledge.Search;

namespace Bot.Channels.Web.Locating;

/// <summary>Where a passage stands in the documents.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Found">Which part of it, and what differs.</param>
internal sealed record Place(Clause Clause, Alignment Found)
{
    internal const int LongestPassage = 1000;

    // Below this share of its characters a passage is something else rather than an altered quote.
    private const double LeastSame = 0.6;
    private const int Candidates = 5;

    /// <summary>Every clause that holds the passage word for word; failing that the one that comes closest, if any comes close.</summary>
    /// <param name="passage">The passage without white space, 1 to <see cref="LongestPassage"/> characters.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="search">The search, which proposes where to look.</param>
    internal static IReadOnlyList<Place> Find(string passage, DocumentSet documents, ClauseSearch search)
    {
        List<Place> exact = [];
        foreach (var clause in documents.Clauses)
        {
            var offset = clause.Text.IndexOf(passage, StringComparison.Ordinal);
            if (offset >= 0) exact.Add(new Place(clause, new Alignment(offset, passage.Length, 0, [new Segment(Standing.Same, passage)])));
        }

        if (exact.Count > 0) return exact;
        var closest = search.Rank(passage, Candidates)
            .Select(hit => documents.Find(hit.Clause)!)
            .Select(clause => new Place(clause, Alignment.Find(passage, clause.Text)))
            .MinBy(place => place.Found.Distance);
        return closest is not null && Same(closest) >= LeastSame * passage.Length ? [closest] : [];
    }

    private static int Same(Place place) => place.Found.Segments.Where(s => s.Standing == Standing.Same).Sum(s => s.Text.Length);
}
