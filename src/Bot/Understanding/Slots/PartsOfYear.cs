using System.Buffers;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <summary>Whether a figure is that of a part of a year: 上半年营收3000万, 截至9月4200万, 每月300万.</summary>
internal static class PartsOfYear
{
    private const int Near = 14, Close = 8;
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",。;!?、\n");

    private static readonly string[] Parts = ["上半年", "下半年", "季度", "每月", "月均", "每个月", "一个月", "单月", "当月", "月营", "月收入", "月销", "到目前", "到现在", "截至目前", "截止目前"];
    private static readonly string[] Whole = ["全年", "年底", "年末", "一年", "12月", "十二月", "四季度末"];

    private static readonly string[] Now = ["目前", "现在", "眼下", "至今", "已经做", "已做", "到今天"];

    // 9月营收4200万, 1到9月一共; 3月成立, 营收 is no month's.
    private static readonly SearchValues<char> BehindMonth = SearchValues.Create("营收销累共一就已达做的底份止为有完");

    internal static bool Is(string text, NumberReading number)
    {
        var before = FigureContext.Before(text, number.Span.Start, Near, Breaks);
        if (FigureContext.ContainsAny(before, Whole)) return false;
        if (FigureContext.ContainsAny(before, Parts) || EndsMonth(before)) return true;
        var after = FigureContext.After(text, number.Span.End, Close, Breaks);
        return FigureContext.ContainsAny(after, ["上半年", "下半年", "季度的"]) && !FigureContext.ContainsAny(after, Whole);
    }

    /// <summary>Whether a figure is told as what there is by now: 目前营收4200万; beside a figure for the whole year it is a part.</summary>
    internal static bool IsByNow(string text, NumberReading number) => FigureContext.ContainsAny(FigureContext.Before(text, number.Span.Start, Near, Breaks), Now);

    /// <summary>Whether a figure is told for a whole year that is not over: 全年预计6000万, 年底能到5500万.</summary>
    internal static bool IsWhole(string text, NumberReading number) => FigureContext.ContainsAny(FigureContext.Before(text, number.Span.Start, Near, Breaks), Whole);

    private static bool EndsMonth(ReadOnlySpan<char> before)
    {
        var month = before.LastIndexOf('月');
        if (month < 1 || !Digits(before[month - 1])) return false;
        return month == before.Length - 1 || BehindMonth.Contains(before[month + 1]);

        static bool Digits(char c) => char.IsAsciiDigit(c) || "一二三四五六七八九十".Contains(c, StringComparison.Ordinal);
    }
}
