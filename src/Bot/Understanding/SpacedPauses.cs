using System.Buffers;
using System.Text;

namespace Bot.Understanding;

/// <summary>
/// Writes the pause that a space stands for behind a figure (「10.2亿 奖励多少」, 「960万 本地企业17家」) and between two runs of words
/// (「牌子去年挂的 考核也过了」). Normalised, the space falls away: a figure would take what follows for its unit or its next digit, and a
/// negation what the next words say.
/// </summary>
internal static class SpacedPauses
{
    private const char Pause = '，';
    private const int Run = 3;
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\u3000\u00a0");
    private static readonly SearchValues<char> Units = SearchValues.Create("万亿元块家户个%％wW");
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789０１２３４５６７８９零〇一二两三四五六七八九十百千万亿几多");

    // What a figure may go on with after a space: 1500万 元, 10 家.
    private static readonly SearchValues<char> Continuations = SearchValues.Create("元块人民币整多余左以万亿家户个%％");

    /// <summary>The text with a comma in the place of each such space; as long as before.</summary>
    internal static string Write(string text)
    {
        var at = text.AsSpan().IndexOfAny(Spaces);
        if (at < 0) return text;
        StringBuilder? written = null;
        while (at >= 0 && at + 1 < text.Length)
        {
            if (IsPause(text, at)) (written ??= new StringBuilder(text))[at] = Pause;
            var next = text.AsSpan(at + 1).IndexOfAny(Spaces);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return written?.ToString() ?? text;
    }

    private static bool IsPause(string text, int space) => EndsFigure(text, space) || StandsBetweenRuns(text, space);

    private static bool EndsFigure(string text, int space) =>
        space > 1 && Units.Contains(text[space - 1]) && Numerals.Contains(text[space - 2]) && IsChinese(text[space + 1]) && !Continuations.Contains(text[space + 1]);

    // 第 三 条 and 数字 经济 are words set apart; what is longer is said by itself.
    private static bool StandsBetweenRuns(string text, int space)
    {
        if (space < Run || space + Run >= text.Length) return false;
        for (var i = 1; i <= Run; i++)
        {
            if (!IsChinese(text[space - i]) || !IsChinese(text[space + i])) return false;
        }

        return true;
    }

    private static bool IsChinese(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.OtherLetter;
}
