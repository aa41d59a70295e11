namespace Knowledge.Text;

/// <summary>Finds the dates of a Chinese text.</summary>
public static class DateReader
{
    /// <summary>The dates of a text, in order; spans point into the text as it was passed.</summary>
    public static IReadOnlyList<DateReading> Read(string text) => text is null ? throw new ArgumentNullException(nameof(text)) : [];
}
