namespace Knowledge.Index;

/// <summary>For each term the texts that have it, in order, each with the weight worked out when the index was built.</summary>
internal sealed class Postings(int[] offsets, int[] texts, float[] weights, float[] idf)
{
    /// <summary>How much it says that a text has the term.</summary>
    internal float Idf(int term) => idf[term];

    /// <summary>Adds a term's weights, times <paramref name="factor"/>, to the scores of the texts that have it.</summary>
    internal void Accumulate(int term, float factor, Span<float> scores)
    {
        var (start, length) = (offsets[term], offsets[term + 1] - offsets[term]);
        var having = texts.AsSpan(start, length);
        var weighing = weights.AsSpan(start, length);
        for (var i = 0; i < having.Length; i++) scores[having[i]] += factor * weighing[i];
    }

    /// <summary>Whether a text has a term.</summary>
    internal bool Has(int term, int text) =>
        texts.AsSpan(offsets[term], offsets[term + 1] - offsets[term]).BinarySearch(text) >= 0;
}
