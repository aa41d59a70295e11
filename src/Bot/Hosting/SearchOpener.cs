using Knowledge.Corpus;
using Knowledge.Index;
using Knowledge.Search;

namespace Bot.Hosting;

/// <summary>Opens the search with the lexicon that lies beside the documents; a corpus without one is searched by its own words.</summary>
internal static class SearchOpener
{
    private const string LexiconFile = "lexicon.yml";

    /// <exception cref="StartException">The lexicon is wrong.</exception>
    internal static ClauseSearch Open(DocumentSet documents, string folder)
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
}
