using System.Globalization;
using System.Text;
using Bot.Answering;

namespace Bot.Channels.Activity.Replies;

/// <summary>An answer's text with a marker [n] behind what its citation n supports.</summary>
internal static class MarkedText
{
    /// <summary>Teams refuses more.</summary>
    internal const int MostCitations = 20;

    /// <summary>As Markdown, with markers.</summary>
    internal static string Markdown(string text, IReadOnlyList<Citation> citations)
    {
        var marked = new StringBuilder(text.Length + 64);
        var at = 0;
        foreach (var place in Places(text, citations).OrderBy(p => p.At).ThenBy(p => p.Number))
        {
            Replies.Markdown.Append(marked, text.AsSpan(at, place.At - at));
            // [1][2] would be one link; the space keeps them two markers.
            if (marked.Length > 0 && marked[^1] == ']') marked.Append(' ');
            marked.Append(CultureInfo.InvariantCulture, $"[{place.Number}]");
            at = place.At;
        }

        Replies.Markdown.Append(marked, text.AsSpan(at));
        return marked.ToString();
    }

    private static List<(int At, int Number)> Places(string text, IReadOnlyList<Citation> citations)
    {
        var places = new List<(int At, int Number)>();
        var taken = new HashSet<int>();
        for (var i = 0; i < citations.Count && i < MostCitations; i++) places.Add((Behind(text, citations[i].Quote, taken), i + 1));
        return places;
    }

    // Behind the quote where it stands; otherwise behind the first line, which says what the answer is.
    private static int Behind(string text, string quote, HashSet<int> taken)
    {
        var quoted = $"「{quote}」";
        for (var at = text.IndexOf(quoted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quoted, at + quoted.Length, StringComparison.Ordinal))
        {
            if (taken.Add(at)) return at + quoted.Length;
        }

        var line = text.IndexOf('\n', StringComparison.Ordinal);
        return line < 0 ? text.Length : line;
    }
}
