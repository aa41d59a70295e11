using System.Buffers;
using System.Globalization;
using Bot.Answering;

namespace Bot.Channels.Activity.Replies;

/// <summary>An answer's text with a marker [n] behind what its citation n supports.</summary>
internal static class MarkedText
{
    /// <summary>Teams refuses more.</summary>
    internal const int MostCitations = 20;

    /// <summary>Appends it as Markdown, with markers.</summary>
    internal static void Append(ArrayBufferWriter<char> marked, ReadOnlySpan<char> text, IReadOnlyList<Citation> citations)
    {
        Span<(int At, int Number)> places = stackalloc (int, int)[Math.Min(citations.Count, MostCitations)];
        Place(text, citations, places);
        places.Sort();
        var at = 0;
        foreach (var place in places)
        {
            Markdown.Append(marked, text[at..place.At]);
            // [1][2] would be one link; the space keeps them two markers.
            if (marked.WrittenCount > 0 && marked.WrittenSpan[^1] == ']') marked.Write(" ");
            Mark(marked, place.Number);
            at = place.At;
        }

        Markdown.Append(marked, text[at..]);
    }

    private static void Mark(ArrayBufferWriter<char> marked, int number)
    {
        Span<char> mark = stackalloc char[16];
        mark.TryWrite(CultureInfo.InvariantCulture, $"[{number}]", out var length);
        marked.Write(mark[..length]);
    }

    private static void Place(ReadOnlySpan<char> text, IReadOnlyList<Citation> citations, Span<(int At, int Number)> places)
    {
        Span<int> taken = stackalloc int[places.Length];
        var quoted = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var quote = citations[i].Quote;
            var begins = Quoted(text, quote, 0);
            while (begins >= 0 && taken[..quoted].Contains(begins)) begins = Quoted(text, quote, begins + quote.Length);
            if (begins >= 0) taken[quoted++] = begins;
            places[i] = (begins >= 0 ? begins + quote.Length + 1 : FirstLine(text), i + 1);
        }
    }

    // Where the quote begins that stands as 「quote」.
    private static int Quoted(ReadOnlySpan<char> text, string quote, int from)
    {
        for (var at = from; at <= text.Length; at++)
        {
            var found = text[at..].IndexOf(quote, StringComparison.Ordinal);
            if (found < 0) return -1;
            at += found;
            var behind = at + quote.Length;
            if (at > 0 && text[at - 1] == '「' && behind < text.Length && text[behind] == '」') return at;
        }

        return -1;
    }

    // Behind the first line, which says what the answer is.
    private static int FirstLine(ReadOnlySpan<char> text)
    {
        var line = text.IndexOf('\n');
        return line < 0 ? text.Length : line;
    }
}
