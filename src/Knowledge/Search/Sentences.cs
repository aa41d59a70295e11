using Knowledge.Text;

namespace Knowledge.Search;

/// <summary>Cuts a clause's wording into its sentences.</summary>
public static class Sentences
{
    // What stands before a colon is no sentence of its own where it only introduces: 「附件:」.
    private const int ShortestIntroduction = 12;
    private const string Opening = "（(「『“《〔[【";
    private const string Closing = "）)」』”》〕]】";

    /// <summary>The sentences of a text, in order; together they are the whole text.</summary>
    /// <remarks>Borders are 。；！？：, none of them inside brackets and a colon not inside a number, so that a figure, a title and
    /// 〔责任单位：…〕 stay in one piece.</remarks>
    public static IReadOnlyList<TextSpan> Of(string text)
    {
        var sentences = new List<TextSpan>();
        var (start, depth) = (0, 0);
        var balanced = IsBalanced(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (balanced && Opening.Contains(text[i], StringComparison.Ordinal)) depth++;
            else if (balanced && Closing.Contains(text[i], StringComparison.Ordinal)) depth--;
            if (!IsBorder(text, start, i, depth)) continue;
            sentences.Add(new TextSpan(start, i + 1 - start));
            start = i + 1;
        }

        if (start < text.Length) sentences.Add(new TextSpan(start, text.Length - start));
        return sentences;
    }

    /// <summary>Whether a sentence is but the clause's number and heading: 「七、支持数字经济股权基金投资。」</summary>
    public static bool IsHeading(ReadOnlySpan<char> sentence) =>
        sentence.Length < 40 && sentence[^1] == '。' && HeadingNumber.Read(sentence) is not null;

    private static bool IsBalanced(string text)
    {
        var open = 0;
        foreach (var c in text)
        {
            if (Opening.Contains(c, StringComparison.Ordinal)) open++;
            else if (Closing.Contains(c, StringComparison.Ordinal)) open--;
        }

        return open == 0;
    }

    private static bool IsBorder(string text, int start, int i, int depth) => text[i] switch
    {
        '。' or '；' or ';' or '！' or '？' => depth <= 0,
        '：' or ':' => depth <= 0 && i + 1 - start >= ShortestIntroduction && !(i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])),
        _ => false,
    };
}
