namespace Knowledge.Text;

/// <summary>年, 月, 日 and 号 where they name a point in time and not a length.</summary>
internal static class DateUnits
{
    internal static Unit? Read(string text, int start, in Numeral numeral, int at)
    {
        if (numeral.IsOpen || numeral.IsAbout || numeral.High != decimal.Truncate(numeral.High)) return null;
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '年' when Year(text, start, numeral, at) is { } year => new Unit(at + 1, NumberKind.DatePart, "年", 1, year - numeral.Value),
            '月' when IsMonth(numeral) => new Unit(next == '份' ? at + 2 : at + 1, NumberKind.DatePart, "月"),
            '日' or '号' when Day(text, start, numeral, at, next) => new Unit(at + 1, NumberKind.DatePart, "日"),
            _ => null,
        };
    }

    /// <summary>The unit of a numeral that shares it with a later one: 2022 of 「2022—2023年」; null where it cannot be one.</summary>
    internal static decimal? Shared(string unit, in Numeral numeral) => unit switch
    {
        "年" => Plain(numeral) switch { { } v and >= 1900 and <= 2199 => v, { } v and >= 10 and <= 99 => Century(v), _ => null },
        "月" => IsMonth(numeral) ? numeral.Value : null,
        _ => numeral.IsPlain && numeral.Value is >= 1 and <= 31 ? numeral.Value : null,
    };

    private static decimal? Plain(in Numeral numeral) => numeral.IsPlain && !numeral.IsPair && numeral.Value == decimal.Truncate(numeral.Value) ? numeral.Value : null;

    private static bool IsMonth(in Numeral numeral) => numeral.High is >= 1 and <= 12 && numeral.Value >= 1;

    private static decimal Century(decimal value) => value <= 69 ? 2000 + value : 1900 + value;

    // 2025年, 二〇二五年, 19年 (2019) are years; 「近10年」, 「15年内」, 「十年」 are lengths.
    private static decimal? Year(string text, int start, in Numeral numeral, int at)
    {
        if (Plain(numeral) is not { } value) return null;
        if (numeral.Figures == 4) return value is >= 1900 and <= 2199 ? value : null;
        return numeral.Figures == 2 && value is >= 0 and <= 99 && (!numeral.IsArabic || value >= 10) && !IsLength(text, start, at + 1) ? Century(value) : null;
    }

    private static bool IsLength(string text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        if (before is '近' or '满' or '这' or '那' or '前' or '后' or '每' or '了' or '达' or '超' or '共' or '有' or '用' or '长' or '续' or '期' or '约' or '过' or '立' or '营' or '事' or '来' or '去' or '足' or '于' or '为' or '需' or '要' or '概' or '少' or '多' or '第') return true;
        if (end >= text.Length) return false;
        return text[end] is '多' or '内' or '以' or '期' or '左' or '间' or '后' or '来' or '了' or '之' or '时' or '余' or '历' or '前' or '经';
    }

    // 「51号」 of a document number, 「3号楼」 and 「5日内」 are no days.
    private static bool Day(string text, int start, in Numeral numeral, int at, char next)
    {
        if (!numeral.IsPlain && numeral.Value is not (>= 10 and <= 31)) return false;
        if (numeral.Value is < 1 or > 31 || numeral.High > 31) return false;
        if (text[at] == '日') return next is not ('内' or '元' or '本' or '圆' or '均') && !(next == '以' && at + 2 < text.Length && text[at + 2] == '内');
        return !(start > 0 && text[start - 1] is '〕' or ')' or ']' or '】' or '第')
            && next is not ('楼' or '院' or '厂' or '线' or '车' or '文' or '令' or '公' or '门' or '机' or '店' or '馆' or '地' or '路' or '工' or '发' or '窗');
    }
}
