using Knowledge.Index;
using Knowledge.Text;

namespace Knowledge.Search;

/// <summary>Chooses the sentences of a clause that answer a query best; what a snippet and a citation's quote are cut with.</summary>
/// <remarks>It is an index of its own, of sentences instead of clauses, so that both judge alike. Safe for any number of readers.</remarks>
public sealed class SentenceCutter
{
    private readonly Lexicon lexicon;
    private readonly Bm25Index index;
    private readonly Dictionary<string, (int First, IReadOnlyList<TextSpan> Sentences)> clauses = new(StringComparer.Ordinal);

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
            clauses.Add(text, (all.Count, sentences));
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
        return clauses.ContainsKey(clauseText)
            ? Cut(clauseText, Scores(query), maxSentences, maxLength)
            : new SentenceCutter([clauseText], lexicon).Best(clauseText, query, maxSentences, maxLength);
    }

    /// <summary>The score of each sentence of the corpus, to be worked out once for all the clauses that a search finds.</summary>
    internal float[] Scores(string query)
    {
        var scores = new float[index.Count];
        foreach (var (sentence, score) in index.Rank(query).Best(index.Count)) scores[sentence] = score;
        return scores;
    }

    /// <summary>The best sentences of a clause of the corpus.</summary>
    internal TextSpan Cut(string clauseText, float[] scores, int maxSentences, int maxLength)
    {
        var (offset, sentences) = clauses[clauseText];
        if (sentences.Count == 0) return default;
        var best = Enumerable.Range(0, sentences.Count)
            .OrderBy(i => sentences.Count > 1 && Sentences.IsHeading(clauseText.AsSpan(sentences[i].Start, sentences[i].Length)))
            .ThenByDescending(i => scores[offset + i])
            .First();
        return Widen(sentences, scores.AsSpan(offset, sentences.Count), best, maxSentences, maxLength);
    }

    // Towards the better neighbour first, as long as it fits.
    private static TextSpan Widen(IReadOnlyList<TextSpan> sentences, ReadOnlySpan<float> scores, int best, int maxSentences, int maxLength)
    {
        var (first, last) = (best, best);
        while (last - first + 1 < maxSentences)
        {
            var before = first > 0 && sentences[last].End - sentences[first - 1].Start <= maxLength ? scores[first - 1] : -1;
            var after = last + 1 < sentences.Count && sentences[last + 1].End - sentences[first].Start <= maxLength ? scores[last + 1] : -1;
            if (before < 0 && after < 0) break;
            if (after >= before) last++;
            else first--;
        }

        return new TextSpan(sentences[first].Start, sentences[last].End - sentences[first].Start);
    }

    private static IEnumerable<IndexedText> Indexed(string text, IReadOnlyList<TextSpan> sentences) =>
        sentences.Select(s => new IndexedText(string.Empty, string.Empty, text.Substring(s.Start, s.Length)));
}
