namespace Bot.Understanding.Slots;

/// <summary>Whether a phrase stands under a negation: 不是首次, 没有发生过重大事故, 还没列入省级.</summary>
internal static class Negation
{
    private const int Reach = 6;
    private const string Negations = "不没未无非零冇莫";
    private const string Breaks = ",。;:!?、\n但却而只";

    // A negation sign that negates nothing here.
    private static readonly string[] Harmless =
    [
        "不仅", "不但", "不过", "不多", "不少", "不错", "不好意思", "不超过", "不同", "不得", "不论", "不管", "不知", "不低于", "不少于", "不止",
        "不到", "不足", "无论", "非常", "未来", "没关系", "没问题", "是不是", "有没有", "能不能", "会不会", "算不算", "要不要", "可不可", "够不够",
        "符不符合", "属不属于", "行不行", "对不对", "差不多", "零售", "零部件", "不久", "不光", "不单", "只不过", "不用", "不知道", "不清楚", "不懂", "不好", "有无", "莫非", "莫名", "莫大", "莫要", "莫急", "莫说", "莫怪",
    ];

    private static readonly string[] Denials =
        ["都没有", "也没有", "都没", "没有发生", "没发生", "未发生", "都未", "没有出", "没出", "一起都没", "一次都没", "一起没有", "为零", "是零", "均未", "均没", "还没有发生", "从未", "从没", "从来没", "一件都没", "一件没有", "一个都没", "一例都没", "一起也没", "一次也没", "一件也没"];

    internal static readonly string[] Times = ["近三年来", "近三年", "三年来", "三年内", "这三年", "这几年", "最近三年", "近几年", "近年来", ",近三年", "在近三年"];

    private static readonly string[] Cancelling = ["不是", "并非", "不会", "不可能", "不算", "不能", "不能说", "没有", "没", "绝非"];

    /// <summary>Whether the phrase from <paramref name="start"/> on is negated.</summary>
    internal static bool Before(string text, int start) =>
        // Mixed speech: never 拿过.
        text.AsSpan(0, start).TrimEnd(' ').EndsWith("never", StringComparison.Ordinal) || Sign(text, start) >= 0;

    /// <summary>Whether a phrase that denies by itself is denied in its turn: 不是没入选过, but not 没事故也没入选过.</summary>
    internal static bool Cancels(string text, int start) => FigureContext.EndsWithAny(text, start, Cancelling);

    /// <summary>Where the sign stands that negates the phrase from <paramref name="start"/> on; −1 where none does.</summary>
    internal static int Sign(string text, int start)
    {
        var from = Math.Max(0, start - Reach);
        for (var i = start - 1; i >= from; i--)
        {
            if (Breaks.Contains(text[i], StringComparison.Ordinal)) return -1;
            if (Negations.Contains(text[i], StringComparison.Ordinal) && !IsHarmless(text, i)) return Doubled(text, i) ? -1 : i;
        }

        return -1;
    }

    /// <summary>Whether a negation follows: 重大事故和突发环境事件都没有发生.</summary>
    internal static bool After(string text, int end)
    {
        // 规上没有，去年退的 denies; 达标没有 at the end asks.
        const string none = "没有";
        var closed = end + none.Length;
        return FigureContext.StartsWithAny(text, end, Denials)
            || IsDeniedAfterTime(text, end)
            || (FigureContext.StartsWithAny(text, end, [none]) && closed < text.Length && text[closed] is (',' or '。' or ';' or '!'));
    }

    // 重大事故近三年一件都没有: how long it is that there was none stands between.
    private static bool IsDeniedAfterTime(string text, int end)
    {
        foreach (var time in Times)
        {
            if (text.AsSpan(end).StartsWith(time, StringComparison.Ordinal)) return FigureContext.StartsWithAny(text, end + time.Length, Denials);
        }

        return false;
    }

    /// <summary>Whether the phrase that begins at <paramref name="start"/> begins within a question: 不是本地企业 in 是不是本地企业, 无事故 in 有无事故.</summary>
    internal static bool Asks(string text, int start) =>
        start > 0 && start + 1 < text.Length && Negations.Contains(text[start], StringComparison.Ordinal) && (text[start - 1] == text[start + 1] || (text[start - 1] == '有' && text[start] == '无'));

    /// <summary>Whether a phrase stands on one side of a negation and once more on the other, and so asks: 达标不达标.</summary>
    internal static bool AsksBothWays(string text, int start, int end)
    {
        var words = text.AsSpan(start, end - start);
        return (end < text.Length && Negations.Contains(text[end], StringComparison.Ordinal) && text.AsSpan(end + 1).StartsWith(words))
            || (start > 0 && Negations.Contains(text[start - 1], StringComparison.Ordinal) && text.AsSpan(0, start - 1).EndsWith(words));
    }

    /// <summary>Whether the words themselves deny: 没评上, but not 市级的.</summary>
    internal static bool Denies(ReadOnlySpan<char> words) => words.IndexOfAny(Negations.AsSpan()) >= 0;

    // 不是没有, 并非不: two negations cancel.
    private static bool Doubled(string text, int at)
    {
        var from = Math.Max(0, at - 3);
        for (var i = at - 1; i >= from; i--)
        {
            if (Breaks.Contains(text[i], StringComparison.Ordinal)) return false;
            if (text[i] is '不' or '非' && !IsHarmless(text, i)) return true;
        }

        return false;
    }

    private static bool IsHarmless(string text, int at)
    {
        foreach (var word in Harmless)
        {
            for (var offset = word.IndexOf(text[at], StringComparison.Ordinal); offset >= 0; offset = word.IndexOf(text[at], offset + 1))
            {
                var start = at - offset;
                if (start >= 0 && string.CompareOrdinal(text, start, word, 0, word.Length) == 0) return true;
            }
        }

        // 达标没达标, 首次不首次: the sign stands between two same words and asks.
        return at > 0 && at + 1 < text.Length && text[at - 1] == text[at + 1];
    }
}
