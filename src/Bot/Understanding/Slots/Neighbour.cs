using System.Buffers;

namespace Bot.Understanding.Slots;

/// <summary>Tells what is said of the county next door from what is said of one's own: 隔壁县去年入选了，我们没有.</summary>
internal static class Neighbour
{
    // What stands between the words and those for oneself, and between these and the denial.
    private const int Reach = 8;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(",。;!?、\n");

    private static readonly string[] Names = ["隔壁", "邻县", "邻近", "旁边的县", "旁边县", "边上的县", "别的县", "别县", "其他县", "其它县", "外县", "兄弟县", "周边县", "周边的县", "对面县", "另一个县", "另外一个县", "人家县"];

    private static readonly string[] Ours = ["我们", "咱", "我县", "我区", "本县", "本区", "自己"];

    // 和隔壁县联合申报: a partner, who is asked about as well.
    private const string Partners = "和跟与同及";

    private static readonly SearchValues<char> Passing = SearchValues.Create("们县区市也还倒则就可却这边一直从来并都是自己家");

    private static readonly string[] Denials = ["没有", "没", "未", "无", "冇", "莫有"];

    /// <summary>Whether the words from a place on are said of a neighbour.</summary>
    internal static bool Is(string text, int start)
    {
        var before = text.AsSpan(0, start);
        before = before[(before.LastIndexOfAny(Breaks) + 1)..];
        foreach (var name in Names)
        {
            var at = before.LastIndexOf(name, StringComparison.Ordinal);
            if (at < 0) continue;
            return !(at > 0 && Partners.Contains(before[at - 1], StringComparison.Ordinal)) && !FigureContext.ContainsAny(before, Ours);
        }

        return false;
    }

    /// <summary>Whether it is said behind a place that oneself was not or did not: 我们没有, 我们县倒还没.</summary>
    internal static bool WeDidNot(string text, int end)
    {
        var near = text.AsSpan(end, Math.Min(Reach, text.Length - end));
        foreach (var ours in Ours)
        {
            if (near.IndexOf(ours, StringComparison.Ordinal) is not (>= 0 and var found)) continue;
            var at = end + found + ours.Length;
            while (at < text.Length && Passing.Contains(text[at])) at++;
            foreach (var denial in Denials)
            {
                if (FigureContext.StartsWithAny(text, at, [denial]) && Denial.IsClosed(text, at + denial.Length)) return true;
            }
        }

        return false;
    }
}
