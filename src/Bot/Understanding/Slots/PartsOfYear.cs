using System.Buffers;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <summary>Whether a figure is that of a part of a year: 上半年营收3000万, 截至9月4200万, 每月300万.</summary>
internal static class PartsOfYear
{
    private const int Near = 14, Close = 8;
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",。;!?、\n");

    private static readonly string[] Parts = ["上半年", "下半年", "季度", "每月", "月均", "每个月", "一个月", "单月", "当月", "月营", "月收入", "月销"];
    private static readonly string[] ByNow = ["到目前", "到现在", "截至目前", "截止目前"];
    private static readonly string[] Whole = ["全年", "年底", "年末", "一年", "12月", "十二月", "四季度末"];

    // Told for each part of a year; the longer words first.
    private static readonly (string Words, decimal Times)[] Rates =
    [
        ("每季度", 4m), ("每个季度", 4m), ("每季", 4m), ("每一季度", 4m), ("季均", 4m), ("季度平均", 4m), ("平均一个季度", 4m), ("四个季度都", 4m), ("四个季度各", 4m), ("四季度都是", 4m), ("4个季度都", 4m), ("4个季度各", 4m), ("各季度都", 4m),
        ("每月", 12m), ("每个月", 12m), ("每一个月", 12m), ("月均", 12m), ("月平均", 12m), ("平均一个月", 12m), ("一个月平均", 12m), ("/月", 12m), ("12个月都", 12m), ("十二个月都", 12m),
        ("每半年", 2m), ("半年各", 2m), ("半年都是", 2m),
    ];

    private static readonly string[] Each = ["每季", "每个季", "每一季", "季均", "季度平均", "一个季度", "季度各", "季度都", "每月", "每个月", "每一个月", "月均", "月平均", "一个月", "/月", "每半年", "半年各", "半年都是", "每周", "周均", "每天", "日均", "每日"];

    private static readonly string[] Unfinished = ["前三季度", "前两季度", "前两个季度", "前三个季度", "今年以来", "到目前", "到现在", "截至", "截止", "刚成立", "刚开业", "才开业", "才成立", "月成立", "月开业", "月开始", "月才", "季度开始", "季度才", "月份起", "月起"];

    private static readonly string[] BothHalves = ["上下半年", "上半年下半年", "上半年和下半年", "上半年、下半年", "上半年跟下半年"];

    private static readonly string[] Now = ["目前", "现在", "眼下", "至今", "已经做", "已做", "到今天"];

    // 9月营收4200万, 1到9月一共; 3月成立, 营收 is no month's.
    private static readonly SearchValues<char> BehindMonth = SearchValues.Create("营收销累共一就已达做的底份止为有完");

    /// <summary>Whether a figure is that of a part of the year.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="number">The figure.</param>
    /// <param name="grows">Whether what there is by now is told as a part as well: revenue runs on, a contract may have been executed.</param>
    internal static bool Is(string text, NumberReading number, bool grows)
    {
        var before = FigureContext.Before(text, number.Span.Start, Near, Breaks);
        if (FigureContext.ContainsAny(before, Whole)) return false;
        if (FigureContext.ContainsAny(before, Parts) || (grows && (FigureContext.ContainsAny(before, ByNow) || EndsMonth(before)))) return true;
        var after = FigureContext.After(text, number.Span.End, Close, Breaks);
        return FigureContext.ContainsAny(after, ["上半年", "下半年", "季度的"]) && !FigureContext.ContainsAny(after, Whole);
    }

    /// <summary>How often a figure that is told for each part of the year counts in the year: 每季度400万, 月均900万; null where it is told for no such part, or not for all parts of a year.</summary>
    internal static decimal? TimesAYear(Message message, NumberReading number)
    {
        var text = message.Text;
        var before = FigureContext.Before(text, number.Span.Start, Near, Breaks);
        var after = FigureContext.After(text, number.Span.End, Close, Breaks);
        foreach (var (words, times) in Rates)
        {
            if (before.Contains(words, StringComparison.Ordinal) || after.StartsWith(words, StringComparison.Ordinal)) return IsOfPartOnly(message, number) ? null : times;
        }

        return null;
    }

    /// <summary>Whether a figure is told for each of some parts of time, however many.</summary>
    internal static bool IsRate(string text, NumberReading number) =>
        FigureContext.ContainsAny(FigureContext.Before(text, number.Span.Start, Near, Breaks), Each) || FigureContext.StartsWithAny(text, number.Span.End, Each);

    // 前三季度每季度400万, 做了5个月，月均900万: no year is full.
    private static bool IsOfPartOnly(Message message, NumberReading number)
    {
        foreach (var other in message.Numbers)
        {
            if (other.Unit is "个月" && other.Value is > 1m and not 12m) return true;
            if (other.Unit is "个季度" or "季度" && other.Kind == NumberKind.Count && other.Value is > 1m and not 4m) return true;
        }

        var told = message.Text.AsSpan(0, number.Span.Start);
        return FigureContext.ContainsAny(message.Text, Unfinished) || (FigureContext.ContainsAny(told, ["上半年", "下半年"]) && !FigureContext.ContainsAny(told, BothHalves));
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
