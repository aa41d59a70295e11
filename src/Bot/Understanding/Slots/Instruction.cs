using System.Buffers;

namespace Bot.Understanding.Slots;

/// <summary>Tells what is demanded to be taken for true (你按首次算, 就当是第一次) from what is told: an instruction is no fact, and gives way to one.</summary>
internal static class Instruction
{
    // 按我们公司是头一回入围来算: what stands between the demand and its words, and between them and what closes it.
    private const int Reach = 8;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(",。;:!?、\n");

    private static readonly string[] Leads = ["按照", "按", "照", "当成", "当作", "当做", "当", "看成", "看作", "视为", "视作", "视同", "算成", "算作", "说成", "就说", "你说", "默认", "假装"];

    private static readonly string[] Subjects = ["", "是", "我们", "我们是", "咱们", "咱们是", "咱是", "我是", "我", "他是", "它是", "这是", "这次是", "今年是", "公司是", "企业是"];

    private static readonly string[] Demands = [.. Leads.SelectMany(lead => Subjects.Select(subject => lead + subject))];

    private static readonly SearchValues<string> Closing = SearchValues.Create(["算", "对待", "处理", "论", "看待"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Supposing = SearchValues.Create(["如果", "要是", "假如", "假设", "假使", "倘若", "万一", "若是"], StringComparison.Ordinal);

    // 当年, 按规定: the sign begins another word.
    private static readonly SearchValues<char> OtherWords = SearchValues.Create("年时地然天初中场月理说规要期");

    /// <summary>Whether words are demanded to hold rather than told.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="start">Where the words begin.</param>
    /// <param name="end">Where they end.</param>
    internal static bool IsDemanded(string text, int start, int end)
    {
        if (FigureContext.EndsWithAny(text, start, Demands)) return true;
        var before = text.AsSpan(Math.Max(0, start - Reach), Math.Min(Reach, start));
        if (before.LastIndexOfAny(Breaks) is >= 0 and var broken) before = before[(broken + 1)..];
        var sign = before.LastIndexOfAny('按', '照', '当');
        if (sign < 0 || (sign + 1 < before.Length && OtherWords.Contains(before[sign + 1]))) return false;
        var after = text.AsSpan(end, Math.Min(Reach, text.Length - end));
        if (after.IndexOfAny(Breaks) is >= 0 and var closed) after = after[..closed];
        return after.ContainsAny(Closing);
    }

    /// <summary>Whether a message only supposes: 要是按首次算呢.</summary>
    internal static bool Supposes(string text) => text.AsSpan().ContainsAny(Supposing);
}
