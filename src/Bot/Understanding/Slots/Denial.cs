using System.Buffers;

namespace Bot.Understanding.Slots;

/// <summary>Whether what others confer was named first and denied after: 县级的没评过, 规上？还没有, 省级没冲上.</summary>
internal static class Denial
{
    // What was named and what is said of it: 县级认定 and a few words.
    private const int Farthest = 8;

    private const string Breaks = ",。;!?:\n";

    // Something else is spoken of before the denial begins, or it has come to pass: 省级了, 国家级没上, 省级奖金没拿到.
    private static readonly SearchValues<char> Others = SearchValues.Create(",。;!:\n了过有国省市县奖补钱款资");

    private static readonly string[] Failures =
    [
        "被刷", "被拒", "被退", "被否", "被取消", "被撤", "被摘", "落选", "落榜", "没戏", "没份", "泡汤", "黄了",
        "还差", "就差", "差一点", "差一口气", "差口气", "差那么", "差了一", "差点",
    ];

    // 没有 and 不是 deny by themselves where nothing follows: 规上还没有. Alone at the end, 规上没有 asks.
    private static readonly string[] Whole = ["还没有", "还没", "还不是", "还不算", "并没有", "也没有", "都没有", "不是", "不算", "还未"];

    private static readonly string[] Signs = ["没能", "没有", "没", "未能", "未", "不"];

    private static readonly string[] Acts =
    [
        "认定", "批准", "通过", "达标", "申请", "申报", "争取", "评", "认", "批", "拿", "冲", "争", "列", "进", "选", "入", "轮", "够", "达", "办", "报", "挂", "成", "下", "上", "到", "弄", "搞", "过", "给", "得",
    ];

    private static readonly SearchValues<char> Tail = SearchValues.Create("上下到去来成着过住了的呢啊嘛呀哦吧我们咱俺");

    /// <summary>Whether the words behind a phrase deny it.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="end">Where the phrase ends.</param>
    internal static bool Follows(string text, int end)
    {
        var at = end;
        // 规上？还没有: one asks oneself, and answers.
        var asked = at;
        while (asked < text.Length && text[asked] is '嘛' or '呢' or '的' or '啊' or '么') asked++;
        if (asked < text.Length && text[asked] == '?')
        {
            at = asked + 1;
            return IsDenied(text, at, isAnswer: true);
        }

        for (; at < text.Length && at - end <= Farthest; at++)
        {
            if (IsDenied(text, at, isAnswer: false)) return true;
            if (Others.Contains(text[at]) || text[at] == '?') return false;
        }

        return false;
    }

    private static bool IsDenied(string text, int at, bool isAnswer)
    {
        if (FigureContext.StartsWithAny(text, at, Failures)) return true;
        foreach (var word in Whole)
        {
            if (Starts(text, at, word) && IsClosed(text, at + word.Length)) return true;
        }

        foreach (var sign in Signs)
        {
            if (!Starts(text, at, sign)) continue;
            var then = at + sign.Length;
            if (isAnswer && IsClosed(text, then)) return true;
            // 评没评上: the sign stands between two same words and asks.
            if (at > 0 && then < text.Length && text[at - 1] == text[then]) return false;
            foreach (var act in Acts)
            {
                // 没评上 denies; 没拿到钱 speaks of the money.
                if (Starts(text, then, act) && IsClosed(text, then + act.Length)) return true;
            }
        }

        return false;
    }

    // Nothing of weight stands before the clause ends.
    internal static bool IsClosed(string text, int from)
    {
        var rest = text.AsSpan(from);
        var weight = rest.IndexOfAnyExcept(Tail);
        return weight < 0 || Breaks.Contains(rest[weight], StringComparison.Ordinal);
    }

    private static bool Starts(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
