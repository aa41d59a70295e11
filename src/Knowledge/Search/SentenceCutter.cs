using System.Buffers;
using Knowledge.Index;
using Knowledge.Text;

namespace Knowledge.Search;

/// <summary>Chooses the sentences of a clause that answer a query best; what a snippet and a citation's quote are cut with.</summary>
/// <remarks>It is an index of its own, of sentences instead of clauses, so that both judge alike. Safe for any number of readers.</remarks>
public sealed class SentenceCutter
{
    private readonly Lexicon lexicon;
    private readonly Bm25Index index;
    private readonly Dictionary<string, Cut> clauses = new(StringComparer.Ordinal);

    /// <summary>Learns from a corpus which words are rare.</summary>
    /// <param name="texts">The clauses' wordings.</param>
    /// <param name="lexicon">The words that people use for what they say.</param>
    public SentenceCutter(IEnumerable<string> texts, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(texts);
        this.lexicon = lexicon;
        var all = new List<IndexedText>();
        foreach (var text in texts.Distinct(StringComparer.Ordinal))
        {
            var sentences = Sentences.Of(text);
            clauses.Add(text, new Cut(all.Count, [.. sentences], [.. sentences.Select(s => Sentences.IsHeading(text.AsSpan(s.Start, s.Length)))]));
            all.AddRange(Indexed(text, sentences));
        }

        index = Bm25Index.Build(all, lexicon);
    }

    /// <summary>The best sentence, or several adjacent ones; never the bare heading where there is more.</summary>
    /// <param name="clauseText">The clause's wording; it need not be one of the corpus.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="maxSentences">How many adjacent sentences at most.</param>
    /// <param name="maxLength">How long several sentences may be together; a single longer one is kept whole.</param>
    /// <returns>A span of <paramref name="clauseText"/> that begins and ends at sentence borders; the first sentences where nothing matches.</returns>
    public TextSpan Best(string clauseText, string query, int maxSentences = 1, int maxLength = 120)
    {
        ArgumentNullException.ThrowIfNull(clauseText);
        using var asked = Ask(query);
        return asked.Best(clauseText, maxSentences, maxLength);
    }

    /// <summary>Reads a query once, to cut several clauses by it.</summary>
    public Asked Ask(string query) => new(this, query);

    /// <summary>The score of each sentence of the corpus, to be worked out once for all the clauses that a search finds.</summary>
    internal float[] Scores(string query)
    {
        var scores = new float[index.Count];
        using var ranking = index.Rank(query);
        ranking.Score(0, scores);
        return scores;
    }

    /// <summary>The best sentences of a clause of the corpus.</summary>
    /// <param name="clauseText">The clause's wording.</param>
    /// <param name="scores">The scores of all sentences.</param>
    /// <param name="maxSentences">How many at most.</param>
    /// <param name="maxLength">How long several may be together.</param>
    internal TextSpan Best(string clauseText, float[] scores, int maxSentences, int maxLength)
    {
        var cut = clauses[clauseText];
        return Best(cut, scores.AsSpan(cut.First, cut.Sentences.Length), maxSentences, maxLength);
    }

    private static TextSpan Best(Cut cut, ReadOnlySpan<float> scores, int maxSentences, int maxLength)
    {
        if (scores.Length == 0) return default;
        // Any sentence before a heading, then the best, then the first.
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (cut.IsHeading[i] == cut.IsHeading[best] ? scores[i] > scores[best] : cut.IsHeading[best]) best = i;
        }

        return Widen(cut.Sentences, scores, best, maxSentences, maxLength);
    }

    // Towards the better neighbour first, as long as it fits.
    private static TextSpan Widen(TextSpan[] sentences, ReadOnlySpan<float> scores, int best, int maxSentences, int maxLength)
    {
        var (first, last) = (best, best);
        while (last - first + 1 < maxSentences)
        {
            var before = first > 0 && sentences[last].End - sentences[first - 1].Start <= maxLength ? scores[first - 1] : -1;
            var after = last + 1 < sentences.Length && sentences[last + 1].End - sentences[first].Start <= maxLength ? scores[last + 1] : -1;
            if (before < 0 && after < 0) break;
            if (after >= before) last++;
            else first--;
        }

        return new TextSpan(sentences[first].Start, sentences[last].End - sentences[first].Start);
    }

    private static IEnumerable<IndexedText> Indexed(string text, IReadOnlyList<TextSpan> sentences) =>
        sentences.Select(s => new IndexedText(string.Empty, string.Empty, text.Substring(s.Start, s.Length)));

    /// <summary>The sentences of a clause, and which of them are but its heading.</summary>
    private sealed record Cut(int First, TextSpan[] Sentences, bool[] IsHeading);

    /// <summary>A query, read once. To be disposed of by the method that asked for it.</summary>
    public sealed class Asked : IDisposable
    {
        private readonly SentenceCutter cutter;
        private readonly string query;
        private readonly Ranking ranking;

        internal Asked(SentenceCutter cutter, string query)
        {
            (this.cutter, this.query) = (cutter, query);
            ranking = cutter.index.Rank(query);
        }

        /// <summary>The best sentence of a clause, or several adjacent ones; see <see cref="SentenceCutter.Best(string, string, int, int)"/>.</summary>
        /// <param name="clauseText">The clause's wording; it need not be one of the corpus.</param>
        /// <param name="maxSentences">How many adjacent sentences at most.</param>
        /// <param name="maxLength">How long several sentences may be together.</param>
        public TextSpan Best(string clauseText, int maxSentences = 1, int maxLength = 120)
        {
            ArgumentNullException.ThrowIfNull(clauseText);
            if (!cutter.clauses.TryGetValue(clauseText, out var cut)) return new SentenceCutter([clauseText], cutter.lexicon).Best(clauseText, query, maxSentences, maxLength);
            var rented = ArrayPool<float>.Shared.Rent(cut.Sentences.Length);
            var scores = rented.AsSpan(0, cut.Sentences.Length);
            ranking.Score(cut.First, scores);
            var best = SentenceCutter.Best(cut, scores, maxSentences, maxLength);
            ArrayPool<float>.Shared.Return(rented);
            return best;
        }

        /// <inheritdoc />
        public void Dispose() => ranking.Dispose();
    }
}
