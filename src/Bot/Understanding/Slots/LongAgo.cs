namespace Bot.Understanding.Slots;

/// <summary>Whether a time lies further back than the last three years, from whichever day these are counted: 五年前, 2019年.</summary>
internal static class LongAgo
{
    // Three years ago may be within them or not, four years ago is not.
    private const int Least = 4;

    private static readonly string[] Back = ["年前", "年以前", "年之前"];

    /// <summary>Whether such a time stands before a place, in the same part of the sentence.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="at">The place.</param>
    /// <param name="asOf">The day that the answer is for.</param>
    internal static bool IsBefore(string text, int at, DateOnly? asOf)
    {
        var before = Part(text, at);
        foreach (var back in Back)
        {
            if (before.LastIndexOf(back, StringComparison.Ordinal) is > 0 and var found) return IsFar(before[..found]);
        }

        return asOf is { } day && Years.Numbered(text, at) is { } year && year <= day.Year - Least;
    }

    /// <summary>Whether some number of years back is told before a place, be it within the three years or not: 三年前.</summary>
    internal static bool IsYearsBack(string text, int at) => FigureContext.ContainsAny(Part(text, at), Back);

    // 五年前,出过一起: the pause belongs to the time.
    private static ReadOnlySpan<char> Part(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd(", ");
        return before[(before.LastIndexOfAny(",。;!?") + 1)..];
    }

    // 5, 五, 十, 好多; 三四 begins too near.
    private static bool IsFar(ReadOnlySpan<char> count)
    {
        var digits = 0;
        while (digits < count.Length && char.IsAsciiDigit(count[^(digits + 1)])) digits++;
        if (digits > 0) return int.TryParse(count[^digits..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var years) && years >= Least;
        return "四五六七八九十多".Contains(count[^1], StringComparison.Ordinal) && !(count.Length > 1 && "一二两三".Contains(count[^2], StringComparison.Ordinal) && count[^1] != '十');
    }
}
