namespace Knowledge.Search;

/// <summary>The number that a heading begins with: 七、, (二), 3., 第七条, 4.2.</summary>
internal static class HeadingNumber
{
    /// <summary>The length of the number with its mark; null where the heading has none.</summary>
    internal static int? Read(ReadOnlySpan<char> heading)
    {
        if (heading.Length == 0) return null;
        var bracketed = heading[0] is '(' or '（';
        var start = bracketed || heading[0] == '第' ? 1 : 0;
        var length = Number(heading, start);
        var end = start + length;
        if (length == 0 || end >= heading.Length) return null;
        var closes = bracketed ? heading[end] is ')' or '）'
            : start == 1 ? heading[end] is '条' or '章' or '节' or '部'
            : heading[end] is '、' or '.' or '．' or ' ';
        if (!closes) return null;
        end++;
        while (end < heading.Length && heading[end] is '分' or ' ' or '、') end++;
        return end;
    }

    private static int Number(ReadOnlySpan<char> heading, int start)
    {
        var end = start + ChineseOrdinal.Read(heading, start, out _);
        while (end > start && end + 1 < heading.Length && heading[end] == '.' && char.IsAsciiDigit(heading[end + 1]))
            end += 1 + ChineseOrdinal.Read(heading, end + 1, out _);
        return end - start;
    }
}
