using System.Text;

namespace Bot.Channels.Tencent;

/// <summary>Mends what speech recognition does to a question before it is read like a typed one.</summary>
internal static class SpokenText
{
    private const string Chinese = "〇零一二三四五六七八九十百千万亿两点";
    private const string Hesitation = "嗯呃额唔";

    /// <summary>The same without hesitation, without gaps inside a number, with 幺 as 一.</summary>
    internal static string Mend(string recognised)
    {
        var mended = new StringBuilder(recognised.Length);
        for (var i = 0; i < recognised.Length; i++)
        {
            var c = recognised[i];
            if (Hesitation.Contains(c, StringComparison.Ordinal) && IsAlone(recognised, i)) continue;
            // 五 亿 元, 1 000 万: recognisers put a space between the words of a number.
            if (c == ' ' && mended.Length > 0 && IsOfNumber(mended[^1]) && i + 1 < recognised.Length && IsOfNumber(recognised[i + 1])) continue;
            mended.Append(c == '幺' ? '一' : c);
        }

        return mended.ToString().TrimStart('，', ',', ' ');
    }

    // 超额, 金额 hold one too: only a sound of its own counts.
    private static bool IsAlone(string text, int at) =>
        (at == 0 || IsBreak(text[at - 1]) || Hesitation.Contains(text[at - 1], StringComparison.Ordinal))
        && (at + 1 == text.Length || IsBreak(text[at + 1]) || (text[at] != '额' && at == 0) || Hesitation.Contains(text[at + 1], StringComparison.Ordinal));

    private static bool IsBreak(char c) => c is '，' or ',' or '。' or '、' or '…' or ' ';

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is '.' or '%' or '元' or '个' || Chinese.Contains(c, StringComparison.Ordinal);
}
