using Knowledge.Text;

namespace Bot.Understanding.Marks;

/// <summary>
/// Finds all known phrases of a text in one pass over a trie. A phrase may have gaps: 目标…达到 is found where 达到
/// follows 目标 within a few characters of the same sentence. A phrase that ends in $ stands at the end of the text.
/// </summary>
internal sealed class PhraseBook
{
    private const char Gap = '…';
    private const char AtEnd = '$';
    private const int WidestGap = 8;
    private const int MostKept = 1024;
    private const string SentenceEnds = "。;!?\n";

    // The list that a thread's marks are gathered in: most of them are many, and only their final number is kept.
    [ThreadStatic]
    private static List<Mark>? gathered;

    private readonly TrieEdges edges;
    private readonly WordStarts starts;
    private readonly Entry[][] entries;

    private PhraseBook(TrieEdges edges, WordStarts starts, List<List<Entry>?> entries)
    {
        (this.edges, this.starts) = (edges, starts);
        this.entries = [.. entries.Select(e => e?.ToArray() ?? [])];
    }

    /// <summary>Every phrase, in order of where it begins, the shorter first.</summary>
    /// <remarks>Stands in a list of the thread, until the thread looks for phrases again.</remarks>
    internal List<Mark> Find(string text)
    {
        // One that a text of a thousand marks has blown up is not kept.
        if (gathered is not { Capacity: <= MostKept }) gathered = new(64);
        var marks = gathered;
        marks.Clear();
        for (var start = 0; start < text.Length; start++)
        {
            if (!starts.MayBegin(text, start)) continue;
            var node = edges.Find(0, text[start]);
            for (var at = start + 1; node != 0; at++)
            {
                foreach (var entry in entries[node]) Add(marks, text, start, at, entry);
                if (at == text.Length) break;
                node = edges.Find(node, text[at]);
            }
        }

        return marks;
    }

    private static void Add(List<Mark> marks, string text, int start, int end, Entry entry)
    {
        // vc is no part of vcd.
        if (IsLatin(text, start - 1) && IsLatin(text, start)) return;
        var last = start;
        foreach (var part in entry.Rest)
        {
            var window = text.AsSpan(end, Math.Min(text.Length - end, WidestGap + part.Length));
            var sentence = window.IndexOfAny(SentenceEnds);
            if (sentence >= 0) window = window[..sentence];
            var found = window.IndexOf(part, StringComparison.Ordinal);
            if (found < 0) return;
            last = end + found;
            end += found + part.Length;
        }

        if (IsLatin(text, end - 1) && IsLatin(text, end)) return;
        if (entry.AtEnd && !text.AsSpan(end).TrimEnd("?!。,.~ ").IsEmpty) return;
        marks.Add(new Mark(start, end - start, entry.Meaning, last));
    }

    private static bool IsLatin(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetter(text[at]);

    private sealed record Entry(Meaning Meaning, string[] Rest, bool AtEnd);

    /// <summary>Collects phrases.</summary>
    internal sealed class Builder
    {
        private readonly TrieEdges edges = new();
        private readonly WordStarts starts = new();
        private readonly List<List<Entry>?> entries = [null];

        /// <summary>Adds a phrase, as normalised text; … stands for a gap.</summary>
        internal Builder Add(string phrase, Meaning meaning)
        {
            var atEnd = phrase[^1] == AtEnd;
            var parts = phrase.TrimEnd(AtEnd).Split(Gap);
            if (parts.Any(p => p.Length == 0)) throw new ArgumentException($"'{phrase}' has an empty part.", nameof(phrase));
            starts.Add(parts[0]);
            var node = 0;
            foreach (var next in parts[0])
            {
                var child = edges.Find(node, next);
                if (child == 0)
                {
                    child = entries.Count;
                    entries.Add(null);
                    edges.Add(node, next, child);
                }

                node = child;
            }

            (entries[node] ??= []).Add(new Entry(meaning, parts[1..], atEnd));
            return this;
        }

        internal PhraseBook Build() => new(edges, starts, entries);
    }
}
