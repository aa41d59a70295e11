using System.Globalization;

namespace Knowledge.Text;

/// <summary>A text as the index, the readers and the dialogue see it, with the way back to what was written.</summary>
public sealed class NormalisedText
{
    // Null where both texts have the same units in the same places.
    private readonly int[]? origins;

    internal NormalisedText(string original, string text, int[]? origins)
    {
        Original = original;
        Text = text;
        this.origins = origins;
    }

    /// <summary>What was written.</summary>
    public string Original { get; }

    /// <summary>The same, normalised.</summary>
    public string Text { get; }

    /// <summary>Where a stretch of <see cref="Text"/> stands in <see cref="Original"/>: whole elements, without what fell away around them.</summary>
    public TextSpan Origin(TextSpan span)
    {
        if (origins is null) return span;
        if (span.Length == 0) return new TextSpan(Start(span.Start), 0);
        var start = Start(span.Start);
        return new TextSpan(start, ElementEnd(span.End - 1) - start);
    }

    /// <summary>The same text with other characters in some places; each keeps its way back.</summary>
    internal NormalisedText Rewritten(string text) => text.Length == Text.Length
        ? new NormalisedText(Original, text, origins)
        : throw new ArgumentException("Every place of the text keeps its own.", nameof(text));

    private int Start(int index) => index < origins!.Length ? origins[index] : Original.Length;

    private int ElementEnd(int index)
    {
        var end = origins![index] + 1;
        if (end < Original.Length && char.IsSurrogatePair(Original, end - 1)) end++;

        // A mark that has no place of its own in the text melted into this element.
        var next = index + 1;
        while (next < origins.Length && origins[next] == origins[index]) next++;
        var limit = Start(next);
        while (end < limit && char.GetUnicodeCategory(Original[end]) == UnicodeCategory.NonSpacingMark) end++;
        return end;
    }
}
