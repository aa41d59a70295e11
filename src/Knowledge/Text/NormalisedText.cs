namespace Knowledge.Text;

/// <summary>A text as the index, the readers and the dialogue see it, with the way back to what was written.</summary>
public sealed class NormalisedText
{
    private readonly int[] origins;

    internal NormalisedText(string original, string text, int[] origins)
    {
        Original = original;
        Text = text;
        this.origins = origins;
    }

    /// <summary>What was written.</summary>
    public string Original { get; }

    /// <summary>The same, normalised.</summary>
    public string Text { get; }

    /// <summary>Where a stretch of <see cref="Text"/> stands in <see cref="Original"/>.</summary>
    public TextSpan Origin(TextSpan span)
    {
        if (span.Length == 0) return new TextSpan(span.Start < origins.Length ? origins[span.Start] : Original.Length, 0);
        var start = origins[span.Start];
        var end = span.End < origins.Length ? origins[span.End] : Original.Length;
        return new TextSpan(start, end - start);
    }
}
