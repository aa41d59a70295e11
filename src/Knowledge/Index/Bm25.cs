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

    /// <summary>The part of a term's weight that depends on the text: grows with the occurrences towards 2.2, shrinks with the text's length.</summary>
    internal static double Saturation(int occurrences, double relativeLength) =>
        occurrences * (K1 + 1) / (occurrences + (K1 * (1 - B + (B * relativeLength))));
}
