namespace Knowledge.Search;

/// <summary>Reads the numbers that count clauses: 七, 十一, 二十三, 11. Not amounts; those are the number reader's.</summary>
internal static class ChineseOrdinal
{
    private const string Digits = "〇一二三四五六七八九";
    private const int LongestNumber = 4;

    /// <summary>The number at a place.</summary>
    /// <param name="text">A normalised text.</param>
    /// <param name="start">The place.</param>
    /// <param name="value">The number, 1 … 9999; 0 where there is none.</param>
    /// <returns>Its length; 0 where there is none.</returns>
    internal static int Read(ReadOnlySpan<char> text, int start, out int value)
    {
        value = 0;
        var i = start;
        for (; i < text.Length && i - start < LongestNumber && char.IsAsciiDigit(text[i]); i++) value = (value * 10) + text[i] - '0';
        if (i > start) return value == 0 || (i < text.Length && char.IsAsciiDigit(text[i])) ? 0 : i - start;
        return ReadChinese(text, start, out value);
    }

    private static int ReadChinese(ReadOnlySpan<char> text, int start, out int value)
    {
        var (i, digit, sum) = (start, -1, 0);
        for (; i < text.Length && i - start <= LongestNumber; i++)
        {
            var d = Digits.IndexOf(text[i], StringComparison.Ordinal);
            if (d >= 0 && digit < 0) digit = d;
            else if (d >= 0) break;
            else if (text[i] == '十') (sum, digit) = (sum + (10 * Math.Abs(digit)), -1);
            else if (text[i] == '百' && digit > 0) (sum, digit) = (sum + (100 * digit), -1);
            else break;
        }

        value = sum + Math.Max(digit, 0);
        return value == 0 ? 0 : i - start;
    }
}
