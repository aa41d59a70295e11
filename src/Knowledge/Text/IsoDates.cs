namespace Knowledge.Text;

/// <summary>2025-10-16, 2025/10/16, 2025.10.16.</summary>
internal static class IsoDates
{
    /// <summary>How long the date is that begins here; 0 where none does.</summary>
    internal static int Length(string text, int at)
    {
        if (at > 0 && (Digits.IsArabic(text[at - 1]) || text[at - 1] is '-' or '/' or '.')) return 0;
        if (at + 8 > text.Length || Run(text, at) != 4 || text[at + 4] is not ('-' or '/' or '.')) return 0;
        var month = Run(text, at + 5);
        var second = at + 5 + month;
        if (month is < 1 or > 2 || second >= text.Length || text[second] != text[at + 4]) return 0;
        var day = Run(text, second + 1);
        if (day is < 1 or > 2 || Value(text, at, 4) is < 1900 or > 2199 || Value(text, at + 5, month) is < 1 or > 12) return 0;
        if (Value(text, second + 1, day) is < 1 or > 31) return 0;
        var end = second + 1 + day;
        return end + 1 < text.Length && text[end] is '-' or '/' or '.' && Digits.IsArabic(text[end + 1]) ? 0 : end - at;
    }

    internal static void AddParts(string text, int at, int length, List<NumberReading> readings)
    {
        var end = at + length;
        var month = at + 5;
        var monthLength = Run(text, month);
        Add(at, 4, "年");
        Add(month, monthLength, "月");
        Add(month + monthLength + 1, end - month - monthLength - 1, "日");

        void Add(int start, int count, string unit)
        {
            var value = Value(text, start, count);
            readings.Add(new NumberReading(new TextSpan(start, count), NumberKind.DatePart, value, unit, NumberPrecision.Exact, value, value));
        }
    }

    private static int Run(string text, int at)
    {
        var end = at;
        while (end < text.Length && end < at + 5 && Digits.IsArabic(text[end])) end++;
        return end - at;
    }

    private static int Value(string text, int at, int count)
    {
        var value = 0;
        for (var i = at; i < at + count; i++) value = (value * 10) + (text[i] - '0');
        return value;
    }
}
