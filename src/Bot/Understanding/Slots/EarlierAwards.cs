using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <summary>Tells a figure that is an award received before from one that the award is worked out from.</summary>
internal static class EarlierAwards
{
    /// <summary>Whether the figure is an award received before: 去年拿过25万那档.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="number">The figure.</param>
    /// <param name="told">The words beside it that say so.</param>
    internal static bool IsEarlierAward(string text, NumberReading number, ToldByAward told)
    {
        const int near = 8;
        var start = Math.Max(0, number.Span.Start - near);
        var before = text.AsSpan(start, number.Span.Start - start);
        foreach (var word in told.Words)
        {
            if (before.Contains(word, StringComparison.Ordinal) || string.CompareOrdinal(text, number.Span.End, word, 0, word.Length) == 0) return true;
        }

        return IsReceived(text, number, told);
    }

    /// <summary>Whether the figure is one of the awards, and said to have been received: 拿了10万.</summary>
    internal static bool IsReceived(string text, NumberReading number, ToldByAward told)
    {
        const int near = 16;
        var before = FigureContext.Before(text, number.Span.Start, near, FigureContext.Breaks);
        foreach (var word in told.Received)
        {
            if (before.EndsWith(word, StringComparison.Ordinal)) return told.Awards.Any(a => a.Amount == number.Value) && !FigureContext.ContainsAny(before, OtherAwards);
        }

        return false;
    }

    // 示范区拿了50万: an award of another clause.
    private static readonly string[] OtherAwards = ["示范", "试点", "百强", "上榜", "入围", "园区", "基地", "集聚", "融资", "服务", "设施", "科技", "工业", "人才", "专项", "贷款", "项目"];
}
