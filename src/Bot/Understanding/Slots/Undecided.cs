using System.Buffers;

namespace Bot.Understanding.Slots;

/// <summary>What somebody says not to know yet: 不确定我们算不算本地企业; 联合还是单独报还没定; 本地的有几家我还没理清.</summary>
internal static class Undecided
{
    private const int Near = 16;
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",。;!?\n");

    private static readonly string[] Unsure = ["不确定", "不清楚", "不知道", "不晓得", "拿不准", "说不准", "说不清", "搞不清", "弄不清", "没把握", "不敢肯定", "不好说"];

    // 不知道首次入围能拿多少 is unsure of the sum alone: what is unsure itself is told as a choice.
    private static readonly string[] Choices = ["算不算", "是不是", "属不属于", "是否", "有没有", "够不够", "在不在", "符不符合"];

    private static readonly string[] Open =
        ["还没定", "没定下来", "还没想好", "没想好", "还没确定", "没确定", "未定", "还在商量", "没商量好", "还没理清", "没理清", "还没统计", "没统计", "还没数", "没数过", "没算过", "没查过", "还没查", "不清楚", "不知道", "不确定", "记不清", "记不得", "说不准", "得去问", "要去问", "还得问", "得问问", "得问一下", "要问一下", "去问问", "回头问", "回去问", "得去查", "要去查", "还得查", "得查一下", "要查一下", "回去查", "回头查", "得确认", "要确认一下", "还要确认"];

    // 首次入围能拿多少不清楚.
    private static readonly SearchValues<char> Sums = SearchValues.Create("拿奖补钱领给");

    /// <summary>Whether the words from a place on stand in what is said to be unknown.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="start">Where the words begin.</param>
    /// <param name="end">Where they end.</param>
    internal static bool Is(string text, int start, int end) => IsBefore(text, start) || IsAfter(text, end);

    private static bool IsBefore(string text, int start)
    {
        var before = FigureContext.Before(text, start, Near, Breaks);
        return FigureContext.ContainsAny(before, Choices) && FigureContext.ContainsAny(before, Unsure);
    }

    private static bool IsAfter(string text, int end)
    {
        var after = FigureContext.After(text, end, Near, Breaks);
        return !after.ContainsAny(Sums) && FigureContext.ContainsAny(after, Open);
    }
}
