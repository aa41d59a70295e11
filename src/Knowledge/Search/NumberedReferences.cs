using System.Buffers;
using Knowledge.Text;

namespace Knowledge.Search;

/// <summary>A reference by number, before it is known which document is meant.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Path">The number, such as 7 or 4.2.</param>
/// <param name="IsArticle">Whether it says 条.</param>
internal readonly record struct NumberedReference(TextSpan Span, string Path, bool IsArticle);

/// <summary>Reads references by number: 第七条, 第三、第四条, 11条, 第四部分第二款, 四(二), 4.2.</summary>
internal static class NumberedReferences
{
    private const int Deepest = 4;

    private static readonly string[] PartsOfSections = ["条", "部分"];
    private static readonly string[] Parts = ["款", "项", "点", "节", "小节", "小点", "个方向"];

    // Whatever a reference by number begins with.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("第0123456789〇一二三四五六七八九十");

    // 「共7条」「这11条」「提了3条」 count clauses, they name none.
    private const string Introducing = "按照据依到看查问 ,。?";
    private const string Counting = "共有这那几前后下上每同另各列出提给了发两余等哪条个";
    private static readonly string[] Cues = ["原文", "全文", "怎么", "咋", "说", "讲", "写", "规定", "内容", "里", "的", "是", "责任", "呢", "吗", "啥", "什么", "能", "奖", "补", "有", "?", "。", ",", "!", "、"];

    /// <summary>The next place at which a reference may begin; -1 where there is none.</summary>
    internal static int Next(string text, int from)
    {
        var next = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny(Beginnings);
        return next < 0 ? -1 : from + next;
    }

    /// <summary>The references that begin at a place: none, one, or one for each number of a list.</summary>
    internal static IReadOnlyList<NumberedReference> Read(string text, int start)
    {
        if (text[start] == '第') return NumberedLists.ReadOrdinals(text, start);
        if (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || "第.一二三四五六七八九十百".Contains(text[start - 1], StringComparison.Ordinal))) return [];
        var length = ChineseOrdinal.Read(text, start, out var number);
        if (length == 0) return [];
        return ReadBracketed(text, start, start + length, number) ?? ReadDotted(text, start) ?? NumberedLists.ReadCounted(text, start) ?? ReadBare(text, start, start + length, number) ?? [];
    }

    /// <summary>Extends a number by the parts named after it: 第二款, (二), 第3项.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The number read so far.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="ofSection">Whether a part may be called 条: 支持方向第三条, but 第七条第八条 are two.</param>
    internal static (string Path, int End) ReadParts(string text, string path, int end, bool ofSection)
    {
        for (var depth = 0; ; depth++)
        {
            var i = end;
            while (i < text.Length && i - end < Deepest && "的里中第(".Contains(text[i], StringComparison.Ordinal)) i++;
            var named = i > end && text[i - 1] is '第' or '(';
            var length = named ? ChineseOrdinal.Read(text, i, out var number) : Zero(out number);
            if (length == 0 || depth == Deepest) return (path, end);
            var after = i + length;
            var closed = text[i - 1] == '(' ? After(text, after, [")"]) : After(text, after, Parts);
            if (closed < 0 && ofSection) closed = After(text, after, PartsOfSections);
            if (closed < 0) return (path, end);
            (path, end) = ($"{path}.{number}", closed);
        }
    }

    // 四(二), 四、(二), 二(二)3
    private static List<NumberedReference>? ReadBracketed(string text, int start, int end, int number)
    {
        var i = end < text.Length && text[end] == '、' ? end + 1 : end;
        if (i >= text.Length || text[i] != '(') return null;
        var inner = ChineseOrdinal.Read(text, i + 1, out var second);
        if (inner == 0 || After(text, i + 1 + inner, [")"]) is not (> 0 and var closed)) return null;
        var path = $"{number}.{second}";
        var third = ChineseOrdinal.Read(text, closed, out var item);
        var counts = third > 0 && closed + third < text.Length && "家个万亿年月日%元号条".Contains(text[closed + third], StringComparison.Ordinal);
        if (third > 0 && !counts) (path, closed) = ($"{path}.{item}", closed + third);
        (path, closed) = ReadParts(text, path, closed, ofSection: true);
        return [new NumberedReference(new TextSpan(start, closed - start), path, false)];
    }

    // 4.2 only where it can be no amount: 2.2.3 always; 4.2 alone, after 通知 or 第, or before 条, 款 and the like.
    private static List<NumberedReference>? ReadDotted(string text, int start)
    {
        var (end, dots) = (start, 0);
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            dots += text[end++] == '.' ? 1 : 0;
        if (dots == 0) return null;
        var unit = After(text, end, Parts);
        var alone = start == 0 && end == text.Length;
        var introduced = start > 1 && text[(start - 2)..start] is "通知" or "文件" or "条款" or "试点" or "政策";
        var asked = After(text, end, ["原文", "的原文", "怎么", "讲", "写", "那", "说", "里", "内容"]) > 0;
        if (dots == 1 && !alone && !introduced && !asked && unit < 0) return null;
        if (end < text.Length && "亿万千百元块%家个倍年月日".Contains(text[end], StringComparison.Ordinal)) return null;
        return [new NumberedReference(new TextSpan(start, Math.Max(end, unit) - start), text[start..end], false)];
    }

    private static List<NumberedReference>? ReadBare(string text, int start, int end, int number)
    {
        if (After(text, end, ["条"]) is not (> 0 and var after)) return null;
        if (start > 0 && Counting.Contains(text[start - 1], StringComparison.Ordinal)) return null;
        // 「用地、人才、监管三条」 counts; without 第 a Chinese numeral names a clause only where it is introduced.
        if (start > 0 && !char.IsAsciiDigit(text[start]) && !Introducing.Contains(text[start - 1], StringComparison.Ordinal)) return null;
        if (after < text.Length && After(text, after, Cues) < 0) return null;
        return [new NumberedReference(new TextSpan(start, after - start), $"{number}", true)];
    }

    private static int Zero(out int number) => number = 0;

    /// <summary>Where the first of some words that stands at a place ends; -1 where none does.</summary>
    internal static int After(string text, int at, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return at + word.Length;
        return -1;
    }
}
