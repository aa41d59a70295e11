using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Tests.Summaries;

/// <summary>What somebody might do to a summary's text; each gives null where there is nothing to do it to.</summary>
internal static class Tampering
{
    internal static readonly IReadOnlyList<(string Name, Func<string, Random, string?> Do)> OfText =
    [
        ("another digit", (text, random) => At(text, random, char.IsAsciiDigit, c => (char)('0' + ((c - '0' + random.Next(1, 10)) % 10)))),
        ("another character", (text, random) => At(text, random, IsChinese, c => (char)(c + 1))),
        ("a character less", (text, random) => Spot(text, random, IsChinese) is { } i ? text.Remove(i, 1) : null),
        ("a character more", (text, random) => Spot(text, random, IsChinese) is { } i ? text.Insert(i, "不") : null),
        ("another unit", (text, random) => At(text, random, c => c is '万' or '亿', c => c == '万' ? '亿' : '万')),
        ("another word", (text, random) => Words(text, random, "不超过|最高|县级财政|责任单位|有效期|期满|以上|首次|一次性", "约")),
        ("another date", (text, random) => Words(text, random, "20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日", "2031年1月1日")),
        ("another clause", (text, random) => Words(text, random, "xunwu-51/[0-9]{1,2}|pilot-2025/[0-9.]{1,3}", "xunwu-51/preamble")),
        ("other punctuation", (text, random) => At(text, random, c => c is '，' or '。' or '；' or '「' or '」', _ => '、')),
        ("a line less", (text, random) => Lines(text, random, (lines, i) => lines.RemoveAt(i))),
        ("a line twice", (text, random) => Lines(text, random, (lines, i) => lines.Insert(i, lines[i]))),
        ("a line more", (text, random) => Lines(text, random, (lines, i) => lines.Insert(i, "另可获奖励100万元。"))),
        ("lines the other way round", (text, random) => Lines(text, random, (lines, i) => (lines[i], lines[^1]) = (lines[^1], lines[i]))),
        ("the end cut off", (text, random) => text[..random.Next(text.TrimEnd('\n').Length)]),
        ("another receipt", (text, random) => text.LastIndexOf("DFD1.", StringComparison.Ordinal) is >= 0 and var at
            ? At(text, random, char.IsAsciiLetterOrDigit, c => c == 'A' ? 'B' : 'A', at)
            : null),
        ("no receipt", (text, _) => text.Replace("DFD1.", "", StringComparison.Ordinal)),
    ];

    private static bool IsChinese(char c) => c is >= '\u4e00' and < '\u9fa5';

    private static string? At(string text, Random random, Func<char, bool> where, Func<char, char> change, int from = 0)
    {
        if (Spot(text, random, where, from) is not { } i) return null;
        var changed = new StringBuilder(text);
        changed[i] = change(text[i]);
        return changed.ToString();
    }

    private static int? Spot(string text, Random random, Func<char, bool> where, int from = 0)
    {
        var start = random.Next(from, text.Length);
        for (var i = start; i < text.Length; i++)
        {
            if (where(text[i])) return i;
        }

        for (var i = from; i < start; i++)
        {
            if (where(text[i])) return i;
        }

        return null;
    }

    private static string? Words(string text, Random random, string pattern, string other)
    {
        var found = Regex.Matches(text, pattern, RegexOptions.NonBacktracking);
        if (found.Count == 0) return null;
        var match = found[random.Next(found.Count)];
        return match.Value == other ? null : text[..match.Index] + other + text[(match.Index + match.Length)..];
    }

    private static string Lines(string text, Random random, Action<List<string>, int> change)
    {
        List<string> lines = [.. text.TrimEnd('\n').Split('\n')];
        change(lines, random.Next(lines.Count));
        return string.Join('\n', lines) + "\n";
    }
}
