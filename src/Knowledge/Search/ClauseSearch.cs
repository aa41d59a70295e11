using System.Buffers;
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

    // 打给管委会还是运营公司: who is paid is asked, not who is in charge; 报给工信局 asks who is.
    private static readonly string[] Paid = ["给到", "打给", "打到", "发给", "发到", "拨给", "拨到", "划给", "划到", "付给", "补给", "奖给", "是给", "钱给", "钱归", "助给", "励给", "金给"];

    // Of so many the order may still change by what is named; what lies further down is no answer.
    private const int Reranked = 100;

    private readonly Clause[] clauses;
    private readonly Dictionary<ClauseId, Clause> byId;
    private readonly string[][] units;
    private readonly Bm25Index index;

    /// <summary>Indexes a corpus.</summary>
    public ClauseSearch(IReadOnlyList<Document> documents, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(documents);
        Lexicon = lexicon;
        clauses = [.. documents.SelectMany(d => d.Clauses)];
        byId = clauses.ToDictionary(c => c.Id);
        units = [.. clauses.Select(c => Units(c, lexicon))];
        References = new ClauseReferences(documents, lexicon);
        Cutter = new SentenceCutter(clauses.Select(c => c.Text), lexicon);
        index = Bm25Index.Build([.. clauses.Select(c => new IndexedText(c.Id.ToString(), c.Heading, c.Text))], lexicon);
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
    /// <param name="only">The document whose clauses alone are wanted of the hits; null for all.</param>
    public IReadOnlyList<ClauseHit> Rank(string query, int top, string? preferredDocument = null, string? only = null) => Find(query, top, preferredDocument, withSnippets: false, only);

    private List<ClauseHit> Find(string query, int top, string? preferredDocument, bool withSnippets, string? only = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        var text = Normaliser.Normalise(query).Text;
        var references = References.Find(text, preferredDocument);
        if (top == 0 || (references.Count > 0 && references.All(static r => !r.Exists))) return [];

        var scores = withSnippets ? Cutter.Scores(text) : null;
        using var ranking = index.Rank(Without(text, references));
        var found = ranking.Best(Math.Max(top, Reranked));
        var rented = ArrayPool<Weighed>.Shared.Rent(found.Length);
        var ranked = rented.AsSpan(0, found.Length);
        Weigh(found, text, references, ranked);
        IReadOnlyList<ClauseId> named = references.Count == 0 ? [] : [.. references.SelectMany(r => r.Clauses).Distinct()];
        var best = ranked.Length == 0 ? 0 : ranked[0].Score;
        var hits = new List<ClauseHit>(Math.Min(top, named.Count + ranked.Length));
        var passed = 0;
        for (var i = 0; i < named.Count && hits.Count + passed < top; i++)
        {
            if (IsWanted(named[i])) hits.Add(Hit(byId[named[i]], best + named.Count - i, (1, 1), true, scores));
        }

        foreach (var (place, score, _) in ranked)
        {
            if (hits.Count + passed == top) break;
            // What a clause covers is worked out only for those that are wanted.
            if (!named.Contains(clauses[place].Id) && IsWanted(clauses[place].Id)) hits.Add(Hit(clauses[place], score, ranking.Coverage(place), false, scores));
        }

        ArrayPool<Weighed>.Shared.Return(rented);
        return hits;

        // A hit of another document takes its place and is passed over.
        bool IsWanted(ClauseId id)
        {
            if (only is null || id.Document == only) return true;
            passed++;
            return false;
        }
    }

    // Places of clauses with their scores, best first; what is named outright weighs in.
    private void Weigh(ReadOnlySpan<(int Text, float Score)> found, string text, IReadOnlyList<ClauseReference> references, Span<Weighed> ranked)
    {
        var headed = References.FindHeadings(text);
        var departments = InCharge(text, Lexicon.FindDepartments(text));
        var anyDocument = references.All(static r => !r.Exists || r.Document is null);
        var disordered = false;
        for (var i = 0; i < found.Length; i++)
        {
            var (place, score) = found[i];
            var id = clauses[place].Id;
            var factor = (anyDocument || Name(references, id.Document) ? 1 : OtherDocument)
                * (headed.Count > 0 && headed.Contains(id) ? Heading : 1)
                * (NamesOne(departments, units[place]) ? Department : 1);
            ranked[i] = new Weighed(place, score * factor, i);
            disordered |= i > 0 && ranked[i - 1].Score < ranked[i].Score;
        }

        // Equals stay in the order in which they were found; where nothing weighed in, that order stands.
        if (disordered) ranked.Sort(static (a, b) => b.Score.CompareTo(a.Score) is not 0 and var order ? order : a.Order.CompareTo(b.Order));
    }

    private static bool Name(IReadOnlyList<ClauseReference> references, string document)
    {
        for (var i = 0; i < references.Count; i++)
        {
            if (references[i].Exists && references[i].Document == document) return true;
        }

        return false;
    }

    private static bool NamesOne(IReadOnlyList<Mention> departments, string[] units)
    {
        for (var i = 0; i < departments.Count; i++)
        {
            if (units.Contains(departments[i].Name)) return true;
        }

        return false;
    }

    private static IReadOnlyList<Mention> InCharge(string text, IReadOnlyList<Mention> departments)
    {
        for (var i = 0; i < departments.Count; i++)
        {
            if (IsPaid(text, departments[i])) return [.. departments.Where(d => !IsPaid(text, d))];
        }

        return departments;
    }

    private static bool IsPaid(string text, Mention department)
    {
        var before = text.AsSpan(0, department.Span.Start);
        foreach (var word in Paid)
        {
            if (before.EndsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    // The departments that a clause names in full.
    private static string[] Units(Clause clause, Lexicon lexicon) =>
        [.. lexicon.FindDepartments(Lexicon.Normal(clause.Text)).Where(m => m.Span.Length == Lexicon.Normal(m.Name).Length).Select(m => m.Name).Distinct()];

    // A document's name says where to look, not what for; its characters would only find the clauses that repeat it.
    private static string Without(string text, IReadOnlyList<ClauseReference> references)
    {
        if (!references.Any(r => r.IsDocument)) return text;
        var rest = text.ToCharArray();
        foreach (var reference in references.Where(r => r.IsDocument)) rest.AsSpan(reference.Span.Start, reference.Span.Length).Fill('。');
        return rest.Any(Characters.IsHan) ? new string(rest) : text;
    }

    private ClauseHit Hit(Clause clause, double score, (double Asked, double Specific) coverage, bool named, float[]? scores)
    {
        var id = clause.Id;
        if (scores is null) return new ClauseHit(id, id.Document, clause.Heading, string.Empty, score, coverage.Asked, coverage.Specific, named);
        var span = Cutter.Best(clause.Text, scores, SnippetSentences, SnippetLength);
        return new ClauseHit(id, id.Document, clause.Heading, clause.Text.Substring(span.Start, span.Length), score, coverage.Asked, coverage.Specific, named);
    }

    // A clause's place with its score, and where it stood before anything weighed in.
    private readonly record struct Weighed(int Place, double Score, int Order);
}
