namespace Knowledge.Index;

/// <summary>A term that clauses use and the words that people use for it.</summary>
/// <param name="Term">The clauses' word, normalised.</param>
/// <param name="Words">The people's words, normalised.</param>
public sealed record LexiconTerm(string Term, IReadOnlyList<string> Words);
