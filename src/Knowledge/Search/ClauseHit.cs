using Knowledge.Citations;

namespace Knowledge.Search;

/// <summary>A clause that a search found.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Document">Its document's id.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Snippet">The sentences that answer best, verbatim; empty where the search only ranked.</param>
/// <param name="Score">How well it matches; falls from hit to hit, comparable within one search only.</param>
/// <param name="Coverage">Which share of what was asked the clause speaks of, 0 … 1; 1 where it was named outright.</param>
/// <param name="Specific">The same of what in particular was asked for, without the words that any question about an award has.</param>
/// <param name="Named">Whether the query names the clause outright.</param>
public sealed record ClauseHit(ClauseId Clause, string Document, string Heading, string Snippet, double Score, double Coverage, double Specific, bool Named);
