namespace Bot.Understanding.Slots;

/// <summary>Which year a figure is told for, by the nearest word before it: 前年 −2, 去年 −1, 今年 0; by number, 2021年, the number itself.</summary>
internal static class Years
{
    private const int Near = 14;

    // No year by number is later.
    private const int Last = 2100;

    // What stands before a number of years.
    private const string Spans = "了有近满快共第约这过干开经达超立做近前后每";

    private static readonly (string Word, int Year)[] Words =
    [
        ("大前年", -3), ("前年", -2), ("去年", -1), ("上年度", -1), ("上一年", -1), ("上年", -1),
        ("今年", 0), ("本年度", 0), ("本年", 0), ("现在", 0), ("目前", 0), ("如今", 0), ("这一年", 0), ("今年度", 0),
    ];

    /// <summary>The year; null where no word tells one. The last word before the figure counts.</summary>
    internal static int? Of(string text, int at)
    {
        var start = Math.Max(0, at - Near);
        var before = text.AsSpan(start, at - start);
        var (nearest, year) = (-1, (int?)null);
        foreach (var (word, value) in Words)
        {
            var found = before.LastIndexOf(word, StringComparison.Ordinal);
            // 大前年 holds 前年: the longer word ends in the same place and comes first in the list.
            if (found >= 0 && found + word.Length > nearest) (nearest, year) = (found + word.Length, value);
        }

        return After(text, at) ?? year ?? ByNumber(before);
    }

    /// <summary>Puts years in order that are told in both ways: beside 今年 or 去年, a year by number lies further back. 2022年过1亿, 今年1.1亿.</summary>
    internal static int Order(int year, bool isMixed) => isMixed && year > 0 ? year - Last : year;

    /// <summary>Whether a year by number stands before a place in the same part of the sentence: 2019年出过一起.</summary>
    internal static bool IsNumbered(string text, int at) => Numbered(text, at) is not null;

    /// <summary>The year by number that stands before a place in the same part of the sentence; null where none does.</summary>
    internal static int? Numbered(string text, int at)
    {
        var start = Math.Max(0, at - Near);
        var before = text.AsSpan(start, at - start);
        return ByNumber(before[(before.LastIndexOfAny(",。;!?") + 1)..]);
    }

    /// <summary>The latest year that is spoken of after a place, 22年 as 2022; null where none is.</summary>
    internal static int? LatestAfter(string text, int at)
    {
        int? latest = null;
        foreach (var (word, value) in Words)
        {
            if (text.IndexOf(word, at, StringComparison.Ordinal) >= 0 && !(value <= latest)) latest = value;
        }

        for (var end = text.IndexOf('年', at); end >= 0; end = text.IndexOf('年', end + 1))
        {
            if (Numbered(text.AsSpan(at, end - at)) is { } year && !(year <= latest)) latest = year;
        }

        return latest;
    }

    // The year that a text ends with, in four digits or in two.
    private static int? Numbered(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[^(digits + 1)])) digits++;
        if (digits is not (2 or 4) || !int.TryParse(text[^digits..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year)) return null;
        // 做了20年 is no year.
        if (digits == 2 && text.Length > digits && Spans.Contains(text[^(digits + 1)], StringComparison.Ordinal)) return null;
        if (digits == 2) year += 2000;
        return year is > 1949 and < 2050 ? year : null;
    }

    // 4800万是前年的: what follows the figure says it plainest.
    private static int? After(string text, int at)
    {
        const int longest = 12;
        var after = text.AsSpan(at, Math.Min(longest, text.Length - at));
        foreach (var (word, value) in Words)
        {
            var found = after.IndexOf(word, StringComparison.Ordinal);
            if (found > 0 && after[found - 1] == '是' && after[..found].IndexOfAny(",。;!?") < 0) return value;
        }

        return null;
    }

    // 2021年, 22年: told by number, the order is the same; only figures told alike are held against each other.
    private static int? ByNumber(ReadOnlySpan<char> before)
    {
        for (var at = before.LastIndexOf('年'); at > 0; at = before[..at].LastIndexOf('年'))
        {
            if (Numbered(before[..at]) is { } year) return year;
        }

        return null;
    }
}
