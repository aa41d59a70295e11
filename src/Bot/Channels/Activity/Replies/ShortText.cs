using System.Globalization;

namespace Bot.Channels.Activity.Replies;

/// <summary>Cuts text to the length that a client shows.</summary>
internal static class ShortText
{
    private const string Ellipsis = "…";

    /// <summary>At most so many text elements, … included where something is cut; never within a number, which would become another one.</summary>
    internal static string Cut(string text, int most)
    {
        // A text element is at least one UTF-16 unit: most texts need no counting.
        if (text.Length <= most) return text;
        var starts = StringInfo.ParseCombiningCharacters(text);
        if (starts.Length <= most) return text;
        var end = starts[most - 1];
        while (end > 0 && IsOfNumber(text[end - 1]) && IsOfNumber(text[end])) end--;
        return text[..end] + Ellipsis;
    }

    // Chinese numerals and units too: 一百|万 is cut no better than 10|0.
    private static bool IsOfNumber(char c) => char.IsDigit(c) || c is '.' or ',' or '%' or '％' or '．' || "〇零一二三四五六七八九十百千万亿两元分之".Contains(c, StringComparison.Ordinal);
}
