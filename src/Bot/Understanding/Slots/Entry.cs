using System.Buffers;

namespace Bot.Understanding.Slots;

/// <summary>The value beside a label of a record that was pasted: 以前纳入试点:否, 近三年事故:无.</summary>
internal static class Entry
{
    // What a label may end with: 事故情况:无.
    private const int Tail = 4;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(",。;!?、\n ");

    private static readonly string[] Yes = ["是", "有", "yes", "y", "已", "是的", "发生过", "有过", "入选过", "已入选", "√"];

    private static readonly string[] No =
        ["否", "无", "没有", "没", "no", "n", "不是", "未", "零", "0", "0起", "0次", "零起", "没有过", "未发生", "没发生", "未发生过", "没发生过", "没有发生", "没有发生过", "未入选", "没入选", "没入选过", "从未", "未曾", "×"];

    /// <summary>The value; null where no value stands beside the label, or another than yes and no.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="end">Where the label's words end.</param>
    internal static bool? Value(string text, int end)
    {
        var colon = text.AsSpan(end, Math.Min(Tail + 1, text.Length - end)).IndexOf(':');
        if (colon < 0 || text.AsSpan(end, colon).ContainsAny(Breaks)) return null;
        var rest = text.AsSpan(end + colon + 1).TrimStart(' ');
        var length = rest.IndexOfAny(Breaks);
        // 首次:是? asks.
        if (length >= 0 && rest[length] == '?') return null;
        var value = length < 0 ? rest : rest[..length];
        foreach (var time in Negation.Times)
        {
            if (!value.StartsWith(time, StringComparison.Ordinal)) continue;
            value = value[time.Length..];
            break;
        }

        return Is(value, Yes) ? true : Is(value, No) ? false : null;
    }

    private static bool Is(ReadOnlySpan<char> value, string[] words)
    {
        foreach (var word in words)
        {
            if (value.SequenceEqual(word)) return true;
        }

        return false;
    }
}
