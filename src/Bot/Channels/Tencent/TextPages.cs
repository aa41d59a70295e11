using System.Text;

namespace Bot.Channels.Tencent;

/// <summary>Cuts a text into pages of so many bytes; joined again they are the whole text.</summary>
/// <remarks>
/// A page ends where a sentence or a line ends outside quotes and brackets; where no such place is left, before or after
/// a quote or at a comma outside. Only a quote that is longer than a page is cut at a sentence of its own, then at a comma,
/// and anything else between two characters, never inside a number.
/// </remarks>
internal static class TextPages
{
    private const int Levels = 6;
    private const string Opening = "「『“《〔（(【[";
    private const string Closing = "」』”》〕）)】]";
    private const string Ends = "。！？；!?;…";
    private const string Pauses = "，、：";
    private const string Numeric = ".,%‰:/-+〇零一二三四五六七八九十百千万亿两元角分年月日号家个";

    /// <summary>The pages, in order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">Bytes of UTF-8 a page, 4 at least.</param>
    internal static IReadOnlyList<string> Cut(string text, int most)
    {
        List<string> pages = [];
        var (start, depth) = (0, 0);
        while (start < text.Length)
        {
            (var end, depth) = End(text, start, depth, most);
            pages.Add(text[start..end]);
            start = end;
        }

        return pages.Count == 0 ? [""] : pages;
    }

    // The last place of the best kind within the page; places are remembered with the depth of quotes there.
    private static (int End, int Depth) End(string text, int start, int depth, int most)
    {
        Span<(int At, int Depth)> best = stackalloc (int, int)[Levels];
        best.Clear();
        var bytes = 0;
        for (var i = start; i < text.Length;)
        {
            var size = char.IsSurrogatePair(text, i) ? 2 : 1;
            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(i, size));
            if (bytes > most)
            {
                foreach (var (at, there) in best)
                {
                    if (at > start) return (at, there);
                }
            }

            depth = Depth(text[i], depth);
            i += size;
            best[Level(text, i, depth)] = (i, depth);
        }

        return (text.Length, depth);
    }

    // A line break ends every quote: the documents' wordings hold none.
    private static int Depth(char c, int depth) =>
        c == '\n' ? 0
        : Opening.Contains(c, StringComparison.Ordinal) ? depth + 1
        : Closing.Contains(c, StringComparison.Ordinal) ? Math.Max(0, depth - 1)
        : depth;

    // How good a place is between two characters: 0 is best.
    private static int Level(string text, int at, int depth)
    {
        var before = text[at - 1];
        if (before == '\n') return 0;
        // What closes, and what goes on after a quote, belongs to the sentence before it.
        var next = at < text.Length ? text[at] : '\n';
        var goesOn = at < text.Length && (Closing.Contains(next, StringComparison.Ordinal) || Ends.Contains(next, StringComparison.Ordinal) || Pauses.Contains(next, StringComparison.Ordinal) || next == '\n');
        if (!goesOn && IsEnd(text, at, next)) return depth == 0 ? 0 : 2;
        var pauses = Pauses.Contains(before, StringComparison.Ordinal);
        if (!goesOn && depth == 0 && (pauses || Closing.Contains(before, StringComparison.Ordinal) || Opening.Contains(next, StringComparison.Ordinal))) return 1;
        if (!goesOn && pauses) return 3;
        return at < text.Length && (goesOn || (IsNumeric(before) && IsNumeric(next))) ? 5 : 4;
    }

    // 「……奖励。」 ends with its quote where another one or nothing follows; 「……奖励。」的 goes on.
    private static bool IsEnd(string text, int at, char next)
    {
        var last = at;
        while (last > 0 && Closing.Contains(text[last - 1], StringComparison.Ordinal)) last--;
        return last > 0 && Ends.Contains(text[last - 1], StringComparison.Ordinal) && (last == at || next == '\n' || Opening.Contains(next, StringComparison.Ordinal));
    }

    private static bool IsNumeric(char c) => char.IsAsciiLetterOrDigit(c) || Numeric.Contains(c, StringComparison.Ordinal);
}
