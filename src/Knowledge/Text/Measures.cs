namespace Knowledge.Text;

/// <summary>Measure words; the list is measures.txt.</summary>
internal static class Measures
{
    private static readonly WordTable Words = new(TextData.Words("measures"));

    /// <summary>The longest measure word that begins here; null where none does.</summary>
    internal static string? At(string text, int start) => Words.At(text, start) switch
    {
        // 「三分之一」 and 「5分制」, 「10级」, 「3米粉」 are left to their words.
        "分" when Follows(text, start + 1, '之') => null,
        "个" when Follows(text, start + 1, '体') => null,
        "区" when Follows(text, start + 1, '块') => null,
        // 「960万本地企业」, 「2300万头一回」.
        "本" when FollowsAny(text, start + 1, "地县企公金期年次") => null,
        "头" when FollowsAny(text, start + 1, "一回次年个") => null,
        var word => word,
    };

    /// <summary>Whether the unit measures time.</summary>
    internal static bool IsTime(string unit) =>
        unit is "年" or "个月" or "月" or "周" or "天" or "日" or "小时" or "分钟" or "秒" or "年度" or "季度" or "个季度" or "个工作日" or "工作日" or "学年" or "星期";

    private static bool FollowsAny(string text, int at, string some) => at < text.Length && some.Contains(text[at], StringComparison.Ordinal);

    private static bool Follows(string text, int at, char c) => at < text.Length && text[at] == c;
}
