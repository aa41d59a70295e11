namespace Knowledge.Text;

/// <summary>%, ‰, 个百分点, 个点 and 成.</summary>
internal static class PercentUnits
{
    private static readonly WordTable Points = new("个百分点", "百分点", "个点");

    internal static Unit? Read(string text, int at, in Numeral numeral)
    {
        if (text[at] == '%') return new Unit(at + 1, NumberKind.Percent, "%");
        if (text[at] == '‰') return new Unit(at + 1, NumberKind.Percent, "%", 0.1m);
        if (Points.At(text, at) is { } points)
            return points == "个点" && at + 2 < text.Length && text[at + 2] is '位' or '对' or '赞' ? null : new Unit(at + points.Length, NumberKind.Percent, "%");
        return text[at] == '成' && numeral.High <= 10 ? Tenths(text, at + 1) : null;
    }

    // 七成六 is 76 %, 三成半 is 35 %. 「10成员」, 「三成立」 are other words.
    private static Unit? Tenths(string text, int at)
    {
        var next = at < text.Length ? text[at] : ' ';
        if (next is '立' or '本' or '功' or '果' or '为' or '员' or '都' or '长' or '熟' or '交' or '绩' or '效' or '品' or '不' or '套' or '片') return null;
        if (next == '半') return new Unit(at + 1, NumberKind.Percent, "%", 10, 5);
        var more = at + 1 < text.Length && (Digits.IsNumeral(text[at + 1]) || Measures.At(text, at + 1) is not null) ? -1 : Digits.Chinese(next);
        return more > 0 ? new Unit(at + 1, NumberKind.Percent, "%", 10, more) : new Unit(at, NumberKind.Percent, "%", 10);
    }
}
