namespace Knowledge.Index;

/// <summary>The formula of Robertson and Spärck Jones, in the form that Lucene uses, with its customary constants.</summary>
internal static class Bm25
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>How much it says that a term occurs: the rarer, the more. Always &gt; 0.</summary>
    /// <param name="texts">How many texts there are.</param>
    /// <param name="having">How many of them have the term.</param>
    internal static double Idf(int texts, int having) => Math.Log(1 + ((texts - having + 0.5) / (having + 0.5)));

    /// <summary>What a text's length adds to the divisor of its terms' weights.</summary>
    /// <param name="relativeLength">The text's length by the mean length.</param>
    internal static float Norm(double relativeLength) => (float)(K1 * (1 - B + (B * relativeLength)));

    /// <summary>The part of a term's weight that depends on the text: grows with the occurrences towards 2.2, shrinks with the text's length.</summary>
    internal static float Saturation(int occurrences, float norm) => occurrences * (float)(K1 + 1) / (occurrences + norm);
}
