using System.Buffers;
using Knowledge.Text;

namespace Knowledge.Search;

/// <summary>Reads several clauses named by number in a row: 第三、第四、第五条, 第三到五条, 第八、九、十、十一条, 第三四条, 三、四两条, 五、六、七这三条.</summary>
internal static class NumberedLists
{
    private static readonly string[] Sections = ["部分", "部份", "大部分", "章", "大项", "大点"];
    private static readonly string[] Things = ["线", "生产", "产线", "流水", "专线", "光", "路", "道", "街", "高速", "腿", "船", "意见", "建议"];
    private static readonly string[] These = ["这", "那"];
    private static readonly SearchValues<char> Joints = SearchValues.Create("、,和及与跟到至-~—");

    private const string Ranges = "到至-~—";
    private const string Units = "一二三四五六七八九";
    private const int LongestList = 12;
    private const int LargestBare = 99;

    /// <summary>What 第 begins: one reference, or one for each number of a list.</summary>
    internal static List<NumberedReference> ReadOrdinals(string text, int start)
    {
        if (Numbers(text, start) is not { Count: > 0 } found) return [];
        var end = Articles(text, found[^1].End, found.Count);
        var section = end < 0 ? NumberedReferences.After(text, found[^1].End, Sections) : -1;
        if (end < 0 && section < 0) return [];
        var references = References(found, end >= 0);
        var (path, last) = NumberedReferences.ReadParts(text, references[^1].Path, Math.Max(end, section), section >= 0);
        references[^1] = new NumberedReference(new TextSpan(found[^1].Start, last - found[^1].Start), path, end >= 0);
        return references;
    }

    /// <summary>Numbers without 第 that are counted behind: 三、四两条. Null where they are none, or count something else: 五、六两条生产线.</summary>
    internal static List<NumberedReference>? ReadCounted(string text, int start)
    {
        if (Numbers(text, start) is not { Count: > 1 } found || found[^1].Number > LargestBare) return null;
        var at = found[^1].End;
        // Without a count, 三、四条 may as well be a number of clauses.
        if (NumberedReferences.After(text, at, ["条"]) >= 0 || Articles(text, at, found.Count) is not (> 0 and var end)) return null;
        if (NumberedReferences.After(text, end, Things) >= 0) return null;
        var references = References(found, isArticle: true);
        references[^1] = references[^1] with { Span = new TextSpan(found[^1].Start, end - found[^1].Start) };
        return references;
    }

    private static List<NumberedReference> References(List<(int Number, int Start, int End)> found, bool isArticle) =>
        found.ConvertAll(f => new NumberedReference(new TextSpan(f.Start, f.End - f.Start), $"{f.Number}", isArticle));

    private static List<(int Number, int Start, int End)> Numbers(string text, int start)
    {
        var found = new List<(int Number, int Start, int End)>();
        var begin = start;
        while (found.Count < LongestList && begin < text.Length)
        {
            var i = text[begin] == '第' ? begin + 1 : begin;
            var length = ChineseOrdinal.Read(text, i, out var number);
            if (length == 0) break;
            var range = found.Count > 0 && Ranges.Contains(text[begin - 1], StringComparison.Ordinal);
            for (var n = range ? found[^1].Number + 1 : number; n < number && found.Count < LongestList; n++) found.Add((n, begin, begin));
            found.Add((number, begin, i + length));
            begin = i + length;
            if (begin < text.Length && Joints.Contains(text[begin])) begin++;
            // 第三四条: side by side only one after the other.
            else if (begin >= text.Length || number >= Units.Length || Units.IndexOf(text[begin], StringComparison.Ordinal) != number) break;
        }

        return found;
    }

    // 条, 两条, 这两条, 这几条: a count that is said is that of the numbers.
    private static int Articles(string text, int at, int count)
    {
        if (NumberedReferences.After(text, at, ["条"]) is > 0 and var bare) return bare;
        if (count < 2) return -1;
        var from = NumberedReferences.After(text, at, These) is > 0 and var pointed ? pointed : at;
        if (from > at && NumberedReferences.After(text, from, ["几条", "些条"]) is > 0 and var some) return some;
        if (count == 2 && NumberedReferences.After(text, from, ["两条"]) is > 0 and var both) return both;
        var length = ChineseOrdinal.Read(text, from, out var said);
        return length > 0 && said == count ? NumberedReferences.After(text, from + length, ["条"]) : -1;
    }
}
