namespace Knowledge.Index;

/// <summary>A term or character, as a query asks for it.</summary>
/// <param name="Id">Its number in its family.</param>
/// <param name="Weight">How much it counts in the score.</param>
/// <param name="Asked">Whether the query's own words of the matter have it: not what the lexicon added, nor a part of 请问 or 多少钱.</param>
/// <param name="Specific">Whether they say what in particular is asked for: what any question about an award has is left out as well.</param>
/// <param name="Match">The lexicon's word that it lies in, as a place among the query's matches; -1 outside of any.</param>
internal readonly record struct QueryTerm(int Id, float Weight, bool Asked, bool Specific, int Match);
