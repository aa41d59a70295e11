using Knowledge.Index;
using Knowledge.Search;

namespace Knowledge.Tests.Support;

/// <summary>The corpus, ready to be searched.</summary>
internal static class Searches
{
    internal static Lexicon Lexicon { get; } = Lexicon.Read(Path.Combine(AppContext.BaseDirectory, "corpus", "lexicon.yml"));

    internal static ClauseSearch Seeds { get; } = new(SeedDocuments.All, Lexicon);
}
