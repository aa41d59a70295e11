namespace Knowledge.Index;

/// <summary>A text that was found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Score">How well it matches; &gt; 0, comparable within one search only.</param>
/// <param name="Coverage">Which share of what was asked the text speaks of, 0 … 1: rare words count more than common ones, a word that
/// the corpus does not know counts as the rarest, and a word counts as found where the text says the same in other words.</param>
public sealed record Hit(string Id, double Score, double Coverage);
