using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Index;
using Knowledge.Search;

namespace Bot.Hosting;

/// <summary>The search of the program: the index over all clauses, with a snippet cut from each hit.</summary>
internal sealed class ClauseFinder(DocumentSet documents, Lexicon lexicon) : IClauseFinder
{
    private const string LexiconFile = "lexicon.yml";
    private const int SnippetSentences = 3;

    private readonly Bm25Index index = Bm25Index.Build([.. documents.Clauses.Select(c => new IndexedText(c.Id.ToString(), c.Heading, c.Text))], lexicon);
    private readonly SentenceCutter cutter = new(documents.Clauses.Select(c => c.Text), lexicon);

    /// <summary>Opens it with the lexicon that lies beside the documents; a corpus without one is searched by its own words.</summary>
    /// <exception cref="StartException">The lexicon is wrong.</exception>
    internal static IClauseFinder Open(DocumentSet documents, string folder)
    {
        var path = Path.Combine(folder, LexiconFile);
        try
        {
            return new ClauseFinder(documents, File.Exists(path) ? Lexicon.Read(path) : Lexicon.Empty);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{LexiconFile}: {e.Message}", e);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<ClauseHit> Find(string query, int top) => [.. index.Search(query, top).Select(hit => Cut(hit, query))];

    private ClauseHit Cut(Hit hit, string query)
    {
        var clause = documents.Find(ClauseId.Parse(hit.Id))!;
        var span = cutter.Best(clause.Text, query, SnippetSentences);
        return new ClauseHit(clause, clause.Text.Substring(span.Start, span.Length), hit.Score);
    }
}
