namespace Knowledge.Text;

/// <summary>What stands behind a numeral: kind and name of the unit, and what it does to the value (value × factor + extra).</summary>
internal readonly record struct Unit(int End, NumberKind Kind, string Name, decimal Factor = 1, decimal Extra = 0)
{
    /// <summary>Whether there is a unit at all.</summary>
    internal bool IsNone => Kind == NumberKind.Number;

    /// <summary>The unit behind a numeral.</summary>
    internal static Unit Read(string text, in Numeral numeral, int start)
    {
        var at = numeral.End;
        // Behind a space: the share and what currencies begin with.
        if (at + 1 < text.Length && text[at] == ' ' && text[at + 1] is '%' or (>= 'c' and <= 'y')) at++;
        if (at >= text.Length) return new Unit(numeral.End, NumberKind.Number, "");
        return PercentUnits.Read(text, at, numeral)
            ?? MoneyUnits.Read(text, at)
            ?? DateUnits.Read(text, start, numeral, at)
            ?? Counted(text, at)
            ?? new Unit(numeral.End, NumberKind.Number, "");
    }

    private static Unit? Counted(string text, int at)
    {
        if (Measures.At(text, at) is not { } measure) return null;
        var end = at + measure.Length;
        if (Digits.IsLatin(text[at]) && Digits.IsLatinOrArabic(text, end)) return null;

        // 「一年半」, 「两个月半」.
        return Measures.IsTime(measure) && end < text.Length && text[end] == '半' && !(end + 1 < text.Length && text[end + 1] is '年' or '价')
            ? new Unit(end + 1, NumberKind.Count, measure, 1, 0.5m)
            : new Unit(end, NumberKind.Count, measure);
    }
}
