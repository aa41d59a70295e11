using System.Buffers;

namespace Knowledge.Text;

/// <summary>参 and 參 for 叁 within a formal numeral (柒佰參拾萬元整, 参拾万): everywhere else they are the verb of 参加.</summary>
internal static class FormalThree
{
    private const char Written = '参', Meant = '叁';

    private static readonly SearchValues<char> UnitsBehind = SearchValues.Create("拾佰仟");
    private static readonly SearchValues<char> UnitsBefore = SearchValues.Create("拾佰仟零万亿元圆角");
    private static readonly SearchValues<char> EndsBehind = SearchValues.Create("万亿元圆角分");

    /// <summary>The text with 叁 where such a numeral is written; the same one where none is.</summary>
    internal static NormalisedText Mend(NormalisedText normalised)
    {
        var text = normalised.Text;
        var at = text.IndexOf(Written, StringComparison.Ordinal);
        if (at < 0) return normalised;
        char[]? mended = null;
        for (; at >= 0; at = text.IndexOf(Written, at + 1))
        {
            if (IsThree(text, at)) (mended ??= text.ToCharArray())[at] = Meant;
        }

        return mended is null ? normalised : normalised.Rewritten(new string(mended));
    }

    private static bool IsThree(string text, int at)
    {
        if (at + 1 >= text.Length) return false;
        var next = text[at + 1];
        return UnitsBehind.Contains(next) || (at > 0 && UnitsBefore.Contains(text[at - 1]) && EndsBehind.Contains(next));
    }
}
