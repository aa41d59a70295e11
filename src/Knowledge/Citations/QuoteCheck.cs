using System.Globalization;
using Knowledge.Text;

namespace Knowledge.Citations;

/// <summary>Checks that words stand in a clause exactly once, and says precisely what is wrong where they do not.</summary>
public static class QuoteCheck
{
    /// <summary>Null where the quote occurs exactly once in the text; otherwise one sentence that names both wordings and both figures.</summary>
    public static string? Fault(string text, string quote)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(quote);
        var at = text.IndexOf(quote, StringComparison.Ordinal);
        if (at >= 0)
        {
            return text.IndexOf(quote, at + 1, StringComparison.Ordinal) < 0
                ? null
                : $"the quote 「{quote}」 occurs more than once; a longer one would tell which is meant.";
        }

        var nearest = Nearest(text, quote);
        return $"the quote 「{quote}」 ({Figures(quote)}) does not stand in the clause; the nearest words are 「{nearest}」 ({Figures(nearest)}).";
    }

    private static string Figures(string words)
    {
        var figures = NumberReader.Read(words);
        return figures.Count == 0 ? "no figure" : string.Join(", ", figures.Select(f => f.Value.ToString("0.####", CultureInfo.InvariantCulture)));
    }

    // Runs only when something is wrong already, over one clause: the simplest search will do.
    private static string Nearest(string text, string quote)
    {
        if (text.Length <= quote.Length) return text;
        var (best, bestAt) = (-1, 0);
        for (var at = 0; at + quote.Length <= text.Length; at++)
        {
            var front = 0;
            while (front < quote.Length && text[at + front] == quote[front]) front++;
            var same = front;
            for (var i = front + 1; i < quote.Length; i++)
            {
                if (text[at + i] == quote[i]) same++;
            }

            if (same > best) (best, bestAt) = (same, at);
        }

        return text.Substring(bestAt, quote.Length);
    }
}
