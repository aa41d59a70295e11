using Knowledge.Corpus;
using Knowledge.Index;
using Knowledge.Search;

namespace Bot.Hosting;

/// <summary>The search of the program, as programs see it.</summary>
internal sealed class ClauseFinder(DocumentSet documents, ClauseSearch search) : IClauseFinder
{
    private const string LexiconFile = "lexicon.yml";

    /// <summary>Opens it with the lexicon that lies beside the documents; a corpus without one is searched by its own words.</summary>
    /// <exception cref="StartException">The lexicon is wrong.</exception>
    internal static IClauseFinder Open(DocumentSet documents, string folder) => new ClauseFinder(documents, OpenSearch(documents, folder));

    /// <summary>The search itself.</summary>
    /// <exception cref="StartException">The lexicon is wrong.</exception>
    internal static ClauseSearch OpenSearch(DocumentSet documents, string folder)
    {
        var path = Path.Combine(folder, LexiconFile);
        try
        {
            return new ClauseSearch(documents.Documents, File.Exists(path) ? Lexicon.Read(path) : Lexicon.Empty);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{LexiconFile}: {e.Message}", e);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<ClauseHit> Find(string query, int top) =>
        [.. search.Search(query, top).Select(hit => new ClauseHit(documents.Find(hit.Clause)!, hit.Snippet, hit.Score))];
}
