using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Index;
using Knowledge.Text;

namespace Knowledge.Search;

/// <summary>The whole way from a question to clauses: normalise, resolve what is named outright, search, cut snippets. Immutable.</summary>
public sealed class ClauseSearch
{
    private const int SnippetSentences = 3;
    private const int SnippetLength = 120;

    // A question that names a document means its clauses; another document's must match that much better to come before them.
    private const double OtherDocument = 0.5;

    // Who says a clause's heading word for word most likely means that clause, though others use the words too.
    private const double Heading = 1.25;

    // Who names a department asks for the clauses that name it.
    private const double Department = 1.5;

    // Of so many the order may still change by what is named; what lies further down is no answer.
    private const int Reranked = 100;

    private readonly Dictionary<ClauseId, Clause> clauses;
    private readonly Dictionary<string, ClauseId> ids;
    private readonly Dictionary<ClauseId, string[]> units;
    private readonly Bm25Index index;

    /// <summary>Indexes a corpus.</summary>
    public ClauseSearch(IReadOnlyList<Document> documents, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(documents);
        Lexicon = lexicon;
        clauses = documents.SelectMany(d => d.Clauses).ToDictionary(c => c.Id);
        ids = clauses.Keys.ToDictionary(id => id.ToString(), StringComparer.Ordinal);
        units = clauses.Values.ToDictionary(c => c.Id, c => Units(c, lexicon));
        References = new ClauseReferences(documents, lexicon);
        Cutter = new SentenceCutter(clauses.Values.Select(c => c.Text), lexicon);
        index = Bm25Index.Build([.. clauses.Values.Select(c => new IndexedText(c.Id.ToString(), c.Heading, c.Text))], lexicon);
    }

    /// <summary>The words that people use.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>What resolves direct references.</summary>
    public ClauseReferences References { get; }

    /// <summary>What cuts snippets and quotes.</summary>
    public SentenceCutter Cutter { get; }

    /// <summary>The clauses that answer a question, best first; none where it names only clauses that there are not.</summary>
    /// <param name="query">The question, as written.</param>
    /// <param name="top">How many at most, ≥ 0.</param>
    /// <param name="preferredDocument">The document that the conversation is about, if any.</param>
    public IReadOnlyList<ClauseHit> Search(string query, int top, string? preferredDocument = null) => Find(query, top, preferredDocument, withSnippets: true);

    /// <summary>The same without snippets, for callers that only rank.</summary>
    /// <param name="query">The question, as written.</param>
    /// <param name="top">How many at most, ≥ 0.</param>
    /// <param name="preferredDocument">The document that the conversation is about, if any.</param>
    public IReadOnlyList<ClauseHit> Rank(string query, int top, string? preferredDocument = null) => Find(query, top, preferredDocument, withSnippets: false);

    private List<ClauseHit> Find(string query, int top, string? preferredDocument, bool withSnippets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        var text = Normaliser.Normalise(query).Text;
        var references = References.Find(text, preferredDocument);
        if (top == 0 || (references.Count > 0 && references.All(r => !r.Exists))) return [];

        var ranked = Ranked(text, references, top);
        var named = references.SelectMany(r => r.Clauses).Distinct().ToList();
        var best = ranked.Count == 0 ? 0 : ranked[0].Score;
        var scores = withSnippets ? Cutter.Scores(text) : null;
        return
        [
            .. named.Select((id, i) => Hit(id, best + named.Count - i, 1, true, scores))
                .Concat(ranked.Where(hit => !named.Contains(hit.Id)).Select(hit => Hit(hit.Id, hit.Score, hit.Coverage, false, scores)))
                .Take(top),
        ];
    }

    private List<(ClauseId Id, double Score, double Coverage)> Ranked(string text, IReadOnlyList<ClauseReference> references, int top)
    {
        var documents = references.Where(r => r.Exists).Select(r => r.Document).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var headed = References.FindHeadings(text);
        var departments = Lexicon.FindDepartments(text).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        double Factor(ClauseId id) =>
            (documents.Count == 0 || documents.Contains(id.Document) ? 1 : OtherDocument)
            * (headed.Contains(id) ? Heading : 1)
            * (departments.Overlaps(units[id]) ? Department : 1);

        return
        [
            .. index.Search(Without(text, references), Math.Max(top, Reranked))
                .Select(hit => (Id: ids[hit.Id], hit.Score, hit.Coverage))
                .Select(hit => (hit.Id, Score: hit.Score * Factor(hit.Id), hit.Coverage))
                .OrderByDescending(hit => hit.Score),
        ];
    }

    // The departments that a clause names in full.
    private static string[] Units(Clause clause, Lexicon lexicon) =>
        [.. lexicon.FindDepartments(Lexicon.Normal(clause.Text)).Where(m => m.Span.Length == Lexicon.Normal(m.Name).Length).Select(m => m.Name).Distinct()];

    // A document's name says where to look, not what for; its characters would only find the clauses that repeat it.
    private static string Without(string text, IReadOnlyList<ClauseReference> references)
    {
        var rest = text.ToCharArray();
        foreach (var reference in references.Where(r => r.IsDocument)) rest.AsSpan(reference.Span.Start, reference.Span.Length).Fill('。');
        return rest.Any(Characters.IsHan) ? new string(rest) : text;
    }

    private ClauseHit Hit(ClauseId id, double score, double coverage, bool named, float[]? scores)
    {
        var clause = clauses[id];
        if (scores is null) return new ClauseHit(id, id.Document, clause.Heading, string.Empty, score, coverage, named);
        var span = Cutter.Cut(clause.Text, scores, SnippetSentences, SnippetLength);
        return new ClauseHit(id, id.Document, clause.Heading, clause.Text.Substring(span.Start, span.Length), score, coverage, named);
    }
}
