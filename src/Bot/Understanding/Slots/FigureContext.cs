using System.Buffers;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <summary>Tells a figure that states a fact from one that is demanded, claimed, denied, or only a distance.</summary>
internal static class FigureContext
{
    /// <summary>What ends a part of a sentence.</summary>
    internal static readonly SearchValues<char> Breaks = SearchValues.Create(",。;:!?、");

    private static readonly string[] NeverBefore =
        ["差", "还差", "差一点点到", "差一点到", "差点到", "差一点点", "差一点", "差点", "再多", "就差", "只差", "离", "距", "距离", "离着", "不是", "而不是", "并非", "说", "说是", "说成", "回复", "确认", "写", "涨到每"];

    // Of a sum these say that it is somebody's money; 给13家本地企业做服务 counts enterprises.
    private static readonly string[] NeverBeforeSums =
    [
        "才能拿到", "才能拿", "才够拿", "才拿得到", "补差", "全额", "差额", "补齐", "批", "加起来", "加一起", "合计", "上限", "封顶", "最高奖", "奖励", "奖", "奖补", "补", "补助", "补贴", "给", "给我", "给我们", "给咱", "给咱们", "能给", "真给", "可以给", "都能拿", "发", "申请", "领取", "领",
    ];

    private static readonly string[] NeverAfter = ["都不给", "也不给", "都不补", "都不奖", "钱都不", "钱也不", "的上限", "上限", "封顶", "的奖", "奖励", "奖金", "创建补助", "的补助", "的补贴", "补助", "那档", "这档", "一档", "的档", "档的"];

    private static readonly string[] OtherActs = ["买了", "买", "购买了", "购买", "购置了", "购置", "采购了", "采购", "租了", "租金", "房租", "交了", "缴了", "交税", "缴税", "贷了", "贷款", "借了", "欠了", "捐了", "赔了", "工资", "才能拿到", "才能拿", "才能到", "能拿到", "拿满", "拿到"];

    // What an enterprise has or pays besides; only words of the award's own make such a sum its figure.
    private static readonly string[] OtherSums = ["贷款", "借款", "注册资本", "注册资金", "研发", "房租", "租金", "工资", "薪", "社保", "税", "水电", "押金", "欠款", "负债", "利润"];

    // 我们公司30个人 counts no enterprises.
    private static readonly string[] OtherThings = ["人", "员工", "月", "项目", "专利", "股东", "部门", "车间", "分公司", "子公司", "研发"];

    private static readonly string[] Earlier = ["原先", "原来", "原本", "本来", "起初", "起先", "一开始", "当初", "最开始"];

    // Lists of constants, not spans of them: such a span is filled anew wherever it is written.
    private static readonly string[] More = ["加", "再加", "多", "再多", "多投", "再投", "再多投", "多投入", "再投入", "多做", "多签", "再签", "多服务", "再服务", "多拉", "再拉", "再多拉", "多了", "增加", "增加了", "加了", "又加了", "又接了", "又接", "又拉了", "又拉来", "又谈成", "又谈成了", "新接", "新接了", "又谈了", "又签了", "又多了", "又来了", "又增加", "新增", "新增了", "多卖了", "多做了", "多收了", "多出了", "增长了", "上涨了", "涨了"];
    private static readonly string[] Less = ["少", "再少", "少了", "减", "减少", "减少了", "减去", "去掉", "少卖了", "少做了", "下降了", "降了", "跌了", "关了", "倒了", "关停了", "倒闭了", "流失了", "跑了", "退出了", "注销了", "搬走了"];
    private static readonly string[] NoChange = ["差不多", "大多", "不多", "许多", "最多", "最少", "至少", "不少"];
    private static readonly string[] Replacing = ["改为", "改成", "调整为", "提高到", "换成", "变成"];
    private static readonly string[] Given = ["给", "批", "发", "补", "奖"];
    private static readonly string[] Promised = ["补助", "补贴", "奖励", "奖金", "奖补", "扶持资金"];
    private static readonly string[] Ranges = ["到", "至", "~", "-", "—"];

    private static readonly string[] BelowBefore =
    [
        "不到", "不足", "近", "将近", "接近", "低于", "少于", "不满", "快", "快到", "没到", "未到", "不够", "没上过", "没过", "没到过", "没超过", "没有超过", "没做到过", "没达到过", "没有达到过",
        "没突破", "没突破过", "没有", "还没有", "并没有", "没有过", "未达到", "没达到", "没有达到", "从没到", "没满",
    ];

    private static readonly string[] WhetherBefore = ["有没有"];

    private static readonly string[] BelowAfter =
        ["不到", "都不到", "还不到", "没到", "都没到", "以内", "以下", "到不了", "达不到", "上不了", "还没到", "没达到", "没上", "以上没到", "以上没达到", "以上达不到", "以上到不了", "以上还没到", "以上不到"];

    // 5亿以上没有 denies where it ends there; 没有 before a verb says something else.
    private static readonly string[] DeniedAfter = ["以上没有", "以上的没有", "以上是没有", "以上还没有", "以上肯定没有", "以上绝对没有", "没有", "肯定没有", "是没有", "还没有"];

    private static readonly string[] WeakBefore = ["按", "按照", "当", "当成", "算", "算作", "当作", "算成"];

    /// <summary>Whether the figure cannot be the value of an input that the award is worked out from.</summary>
    internal static bool IsNoFact(string text, NumberReading number) =>
        Change(text, number) != 0 || BeginsRange(text, number) || EndsWithAny(text, number.Span.Start, NeverBefore)
        || (number.Kind != NumberKind.Count && EndsWithAny(text, number.Span.Start, NeverBeforeSums)) || StartsWithAny(text, number.Span.End, NeverAfter) || IsPromised(text, number);

    /// <summary>Whether the words before a figure say that it is of an act of its own: 买了200万的服务器. Where an award counts such an act, its own words introduce the figure.</summary>
    internal static bool IsOfAnotherAct(string text, NumberReading number) => EndsWithAny(text, number.Span.Start, OtherActs) || IsOfAnotherMatter(text, number);

    // 贷款占500万, 300万的贷款, 30个人.
    private static bool IsOfAnotherMatter(string text, NumberReading number)
    {
        const int near = 8, close = 4;
        if (number.Kind == NumberKind.Count) return number.Unit == "个" && StartsWithAny(text, number.Span.End, OtherThings);
        return ContainsAny(Before(text, number.Span.Start, near, Breaks), OtherSums) || ContainsAny(After(text, number.Span.End, close, Breaks), OtherSums);
    }

    /// <summary>1 where the figure is added to what is known (那加两家呢), −1 where it is taken off, 0 where it stands for itself.</summary>
    internal static int Change(string text, NumberReading number)
    {
        // 差不多, 大多: 多 is no change.
        if (EndsWithAny(text, number.Span.Start, NoChange)) return 0;
        if (IsAgain(text, number.Span.Start)) return 1;
        return EndsWithAny(text, number.Span.Start, More) ? 1 : EndsWithAny(text, number.Span.Start, Less) ? -1 : 0;
    }

    // 再培育5家 adds; 再涨到5000万 tells the whole.
    private static bool IsAgain(string text, int start)
    {
        const int near = 4;
        if (start == 0 || "到至成为是".Contains(text[start - 1], StringComparison.Ordinal)) return false;
        var before = text.AsSpan(Math.Max(0, start - near), Math.Min(near, start));
        return Sentence(before, last: true).Contains('再');
    }

    /// <summary>Whether the figure replaces another, and counts only where words say of what: 合同改成3000万, but not 标准改为100万.</summary>
    internal static bool IsReplacing(string text, NumberReading number) => EndsWithAny(text, number.Span.Start, Replacing);

    // 可以给我20万的蜂箱补助: an award's name follows what somebody gives.
    private static bool IsPromised(string text, NumberReading number)
    {
        const int near = 8;
        var start = Math.Max(0, number.Span.Start - near);
        var before = text.AsSpan(start, number.Span.Start - start);
        var after = text.AsSpan(number.Span.End, Math.Min(near, text.Length - number.Span.End));
        return ContainsAny(Sentence(before, last: true), Given) && ContainsAny(Sentence(after, last: false), Promised);
    }

    /// <summary>Whether the figure was so at first: 原先谈了10家.</summary>
    internal static bool WasAtFirst(string text, NumberReading number)
    {
        const int near = 10;
        return ContainsAny(Before(text, number.Span.Start, near, Breaks), Earlier);
    }

    // 1到9…0亿: the end is no figure that can be read, so the beginning is none either.
    private static bool BeginsRange(string text, NumberReading number) =>
        StartsWithAny(text, number.Span.End, Ranges) && number.Span.End + 1 < text.Length && char.IsAsciiDigit(text[number.Span.End + 1]);

    /// <summary>The words shortly before a place, from the last break on.</summary>
    internal static ReadOnlySpan<char> Before(string text, int at, int near, SearchValues<char> breaks)
    {
        var start = Math.Max(0, at - near);
        var before = text.AsSpan(start, at - start);
        return before[(before.LastIndexOfAny(breaks) + 1)..];
    }

    /// <summary>The words shortly behind a place, up to the first break.</summary>
    internal static ReadOnlySpan<char> After(string text, int at, int near, SearchValues<char> breaks)
    {
        var after = text.AsSpan(at, Math.Min(near, text.Length - at));
        return after.IndexOfAny(breaks) is >= 0 and var close ? after[..close] : after;
    }

    private static ReadOnlySpan<char> Sentence(ReadOnlySpan<char> text, bool last)
    {
        var at = last ? text.LastIndexOfAny(Breaks) : text.IndexOfAny(Breaks);
        return at < 0 ? text : last ? text[(at + 1)..] : text[..at];
    }

    /// <summary>Whether one of the words that an input declares stands in a text.</summary>
    internal static bool ContainsAnyOf(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        for (var k = 0; k < words.Count; k++)
        {
            if (text.Contains(words[k], StringComparison.Ordinal)) return true;
        }

        return false;
    }

    internal static bool ContainsAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>Whether the figure is only proposed (按1亿算): it gives way to one that is stated.</summary>
    internal static bool IsProposed(string text, NumberReading number) => EndsWithAny(text, number.Span.Start, WeakBefore);

    /// <summary>Whether the value lies below the figure, never on it: 不到1亿, 近1亿, 不足10家.</summary>
    internal static bool IsBelow(string text, NumberReading number)
    {
        // 有没有20家 asks.
        return (EndsWithAny(text, number.Span.Start, BelowBefore) && !EndsWithAny(text, number.Span.Start, WhetherBefore))
            || StartsWithAny(text, number.Span.End, BelowAfter) || (number.Kind != NumberKind.Count && IsDenied(text, number.Span.End));
    }

    private static bool IsDenied(string text, int at)
    {
        foreach (var word in DeniedAfter)
        {
            var end = at + word.Length;
            if (end > text.Length || !text.AsSpan(at, word.Length).SequenceEqual(word)) continue;
            while (end < text.Length && text[end] is '的' or '吧' or '呢' or '啊' or '哦' or '哈') end++;
            if (end == text.Length || text[end] is ',' or '。' or ';' or '!') return true;
        }

        return false;
    }

    /// <summary>Whether what is counted is none: 一家都没有, 一家龙头企业也没有.</summary>
    internal static bool IsNone(string text, NumberReading number)
    {
        const int near = 10;
        if (number.Value > 1m) return false;
        if (StartsWithAny(text, number.Span.End, ["没有"])) return true;
        var after = Sentence(text.AsSpan(number.Span.End, Math.Min(near, text.Length - number.Span.End)), last: false);
        return ContainsAny(after, ["都没有", "也没有", "都没", "也没"]);
    }

    /// <summary>Whether one of some words stands shortly before a figure: 前年 in 前年就有过5.1亿.</summary>
    internal static bool SaysBefore(string text, NumberReading number, IReadOnlyList<string> words)
    {
        const int near = 12;
        var start = Math.Max(0, number.Span.Start - near);
        var before = text.AsSpan(start, number.Span.Start - start);
        return ContainsAnyOf(before, words);
    }

    internal static bool EndsWithAny(string text, int end, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (end >= word.Length && text[end - 1] == word[^1] && text.AsSpan(end - word.Length, word.Length).SequenceEqual(word)) return true;
        }

        return false;
    }

    internal static bool StartsWithAny(string text, int start, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (start + word.Length <= text.Length && text[start] == word[0] && text.AsSpan(start, word.Length).SequenceEqual(word)) return true;
        }

        return false;
    }
}
