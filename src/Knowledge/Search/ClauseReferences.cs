using System.Buffers;
using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Index;
using Knowledge.Text;

namespace Knowledge.Search;

/// <summary>Finds what a message names outright, by number, heading, id or nickname, before anything is searched for.</summary>
/// <remarks>Everything comes from the corpus's own numbers and headings; a further document needs no code.</remarks>
public sealed class ClauseReferences
{
    // 「十一条里的第七条」: what may stand between a document and the clause of it.
    private static readonly SearchValues<char> Joining = SearchValues.Create("的里中面内》」”\"), ");
    private const int LongestJoint = 3;

    // Most messages name no document.
    private static readonly List<Mention> None = [];

    private readonly AddressBook book;
    private readonly NamedReferences named;
    private readonly Lexicon lexicon;
    private readonly WordTrie titles = new();

    /// <summary>Learns the documents' numbers and headings.</summary>
    public ClauseReferences(IReadOnlyList<Document> documents, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(documents);
        (this.lexicon, book) = (lexicon, new AddressBook(documents));
        named = new NamedReferences(book);
        for (var i = 0; i < documents.Count; i++)
        {
            foreach (var name in new[] { documents[i].Id, documents[i].Title, documents[i].Number })
                if (!string.IsNullOrEmpty(name)) titles.Add(Lexicon.Normal(name), i);
        }
    }

    /// <summary>The references of a message, in order.</summary>
    /// <param name="normalised">The message as the normaliser gives it.</param>
    /// <param name="preferredDocument">The document that the conversation is about, if any: a bare number means it where it has such a clause.</param>
    public IReadOnlyList<ClauseReference> Find(string normalised, string? preferredDocument = null)
    {
        ArgumentNullException.ThrowIfNull(normalised);
        var mentions = Mentions(normalised);
        var headings = named.Find(normalised);
        var first = NumberedReferences.Next(normalised, 0);
        if (mentions.Count == 0 && headings.Count == 0 && first < 0) return [];

        var context = new Context(normalised, mentions, preferredDocument);
        var taken = new TakenText(normalised.Length);
        var nicknames = new TakenText(normalised.Length);
        foreach (var mention in mentions) nicknames.Take(mention.Span);
        var found = new List<ClauseReference>();

        // What is found first is the more exact: an id before a heading, a heading before a number, a number before a nickname.
        void Add(ClauseReference? reference)
        {
            if (reference is not null && taken.Take(reference.Span)) found.Add(reference);
        }

        foreach (var mention in mentions) Add(ReadId(normalised, mention));
        foreach (var (span, addresses) in headings) Add(Choose(span, addresses, context));
        for (var i = first; i >= 0; i = NumberedReferences.Next(normalised, i + 1))
        {
            var ordinal = normalised[i] == '第';
            foreach (var numbered in NumberedReferences.Read(normalised, i))
            {
                // 十一条 is the document's nickname; 第十一条, and 十一条 in 第十、十一条, its clause.
                if (ordinal || nicknames.Take(numbered.Span)) Add(Resolve(numbered, context));
                i = Math.Max(i, numbered.Span.End - 1);
            }
        }

        foreach (var mention in mentions) Add(new ClauseReference(mention.Span, mention.Name, [], true));
        found.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return found;
    }

    /// <summary>The clauses whose heading a normalised text contains, pointed at or not.</summary>
    internal IReadOnlySet<ClauseId> FindHeadings(string normalised) => named.FindHeadings(normalised);

    private List<Mention> Mentions(string text)
    {
        var matches = titles.FindLongest(text);
        var nicknames = lexicon.FindDocuments(text);
        if (matches is null && nicknames.Count == 0) return None;
        List<Mention> all =
        [
            .. (matches ?? []).Select(m => new Mention(book.Documents[m.Value], new TextSpan(m.Start, m.Length))),
            .. nicknames.Where(m => book.Documents.Contains(m.Name)),
        ];
        var longest = new List<Mention>();
        foreach (var mention in all.OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.Length))
            if (longest.Count == 0 || !longest[^1].Span.Overlaps(mention.Span)) longest.Add(mention);
        return longest;
    }

    // xunwu-51/2
    private ClauseReference? ReadId(string text, Mention mention)
    {
        var start = mention.Span.End + 1;
        if (start > text.Length || text[mention.Span.End] != '/' || text[mention.Span.Start..mention.Span.End] != mention.Name) return null;
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])))) end++;
        if (end == start) return null;
        var (span, id) = (new TextSpan(mention.Span.Start, end - mention.Span.Start), new ClauseId(mention.Name, text[start..end]));
        return book.Has(id.Document, id.Number) ? new ClauseReference(span, id.Document, [id], true) : new ClauseReference(span, id.Document, [], false);
    }

    private static ClauseReference Choose(TextSpan span, IReadOnlyList<Address> addresses, Context context)
    {
        string?[] likely = [context.Adjacent(span), context.Preferred, .. context.Documents];
        var document = Array.Find(likely, d => addresses.Any(a => a.Document == d));
        var meant = document is null ? addresses : [.. addresses.Where(a => a.Document == document)];
        var documents = meant.Select(a => a.Document).Distinct().ToList();
        return new ClauseReference(span, documents.Count == 1 ? documents[0] : null, [.. meant.SelectMany(a => a.Clauses).Distinct()], true);
    }

    private ClauseReference? Resolve(NumberedReference numbered, Context context)
    {
        var path = numbered.Path;
        var bound = context.Adjacent(numbered.Span);
        var document = bound ?? Meant(path, numbered.IsArticle, context);
        var clauses = document is null ? [] : book.Find(document, path);
        // 第七条第二款: a paragraph is no clause of its own.
        for (var dot = path.LastIndexOf('.'); clauses.Count == 0 && document is not null && dot > 0 && numbered.IsArticle; dot = path.LastIndexOf('.', dot - 1))
            clauses = book.Find(document, path[..dot]);
        if (clauses.Count > 0) return new ClauseReference(numbered.Span, document, clauses, true);
        // 5(3) of a text that has no part 5 is some other number.
        var plain = !numbered.IsArticle && bound is null && !book.Documents.Any(d => book.Find(d, path.Split('.')[0]).Count > 0);
        return plain ? null : new ClauseReference(numbered.Span, document, [], false);
    }

    private string? Meant(string path, bool isArticle, Context context)
    {
        if (context.Preferred is { } preferred && book.Documents.Contains(preferred)
            && (isArticle ? book.Has(preferred, path.Split('.')[0]) : book.Find(preferred, path).Count > 0)) return preferred;
        var fitting = book.Documents.Where(d => book.HasArticles(d) == isArticle).ToList();
        string[] order = [.. context.Documents.Where(fitting.Contains), .. fitting];
        return Array.Find(order, d => book.Find(d, path).Count > 0) ?? order.FirstOrDefault();
    }

    // What a message says about the documents that it means.
    private sealed class Context(string text, List<Mention> mentions, string? preferred)
    {
        internal string? Preferred => preferred;

        internal IReadOnlyList<string> Documents { get; } = mentions.Count == 0 ? [] : [.. mentions.Select(m => m.Name).Distinct()];

        /// <summary>The document named right before a stretch.</summary>
        internal string? Adjacent(TextSpan span)
        {
            for (var joint = 0; joint <= Math.Min(LongestJoint, span.Start); joint++)
                if (EndingAt(span.Start - joint) is { } document)
                    return text.AsSpan(span.Start - joint, joint).ContainsAnyExcept(Joining) ? null : document;
            return null;
        }

        private string? EndingAt(int end)
        {
            foreach (var mention in mentions)
            {
                if (mention.Span.End == end) return mention.Name;
            }

            return null;
        }
    }
}
