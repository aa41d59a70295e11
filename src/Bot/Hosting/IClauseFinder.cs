using Knowledge.Corpus;

namespace Bot.Hosting;

/// <summary>A clause that a search found.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Snippet">The words of it that answer best, verbatim.</param>
/// <param name="Score">The higher, the better; comparable within one search only.</param>
internal sealed record ClauseHit(Clause Clause, string Snippet, double Score);

/// <summary>The search as programs see it.</summary>
internal interface IClauseFinder
{
    /// <summary>The clauses that match, best first, at most <paramref name="top"/>; none where none does.</summary>
    IReadOnlyList<ClauseHit> Find(string query, int top);
}
