using System.Globalization;

namespace Knowledge.Text;

/// <summary>Reads a run of Arabic figures: 1200, 1,200, 1.2, .5.</summary>
internal static class ArabicFigures
{
    private const int Longest = 24;

    /// <summary>The value of the figures at a place, and where they end; null where there are too many or two points.</summary>
    internal static decimal? Read(NormalisedText source, int start, out int end, out int figures)
    {
        var text = source.Text;
        end = start;
        while (end < text.Length && Digits.IsArabic(text[end])) end++;
        figures = end - start;
        while (figures is > 0 and <= 3 && IsGroup(source, end) || (figures > 3 && HasGroups(text, start, end) && IsGroup(source, end)))
        {
            end += 4;
            figures += 3;
        }

        if (end + 1 < text.Length && text[end] == '.' && Digits.IsArabic(text[end + 1]))
        {
            end++;
            while (end < text.Length && Digits.IsArabic(text[end])) end++;
            if (end + 1 < text.Length && text[end] == '.' && Digits.IsArabic(text[end + 1])) return Skip(text, ref end);
        }

        if (end - start > Longest + 8) return null;
        return decimal.TryParse(text.AsSpan(start, end - start), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            && value < Digits.Limit ? value : null;
    }

    private static bool HasGroups(string text, int start, int end) => text.AsSpan(start, end - start).Contains(',');

    // A comma and three figures. 「10，200，300」 with wide commas between narrow figures is a list.
    private static bool IsGroup(NormalisedText source, int at)
    {
        var text = source.Text;
        if (at + 3 >= text.Length || text[at] != ',') return false;
        for (var i = at + 1; i <= at + 3; i++)
        {
            if (!Digits.IsArabic(text[i])) return false;
        }

        if (at + 4 < text.Length && Digits.IsArabic(text[at + 4])) return false;
        return source.Original[source.Origin(new TextSpan(at, 1)).Start] == ','
            || !Digits.IsArabic(source.Original[source.Origin(new TextSpan(at - 1, 1)).Start]);
    }

    // 1.2.3: a version or an outline number, no value.
    private static decimal? Skip(string text, ref int end)
    {
        while (end < text.Length && (text[end] == '.' || Digits.IsArabic(text[end]))) end++;
        return null;
    }
}
