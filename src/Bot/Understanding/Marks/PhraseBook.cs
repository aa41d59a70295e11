using System.Collections.Frozen;

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
    private const string SentenceEnds = "。;!?\n";

    private readonly FrozenDictionary<long, int> edges;
    private readonly int[] roots;
    private readonly Entry[][] entries;

    private PhraseBook(Dictionary<long, int> edges, List<List<Entry>> entries)
    {
        this.edges = edges.ToFrozenDictionary();
        this.entries = [.. entries.Select(e => e.ToArray())];
        roots = new int[char.MaxValue + 1];
        foreach (var (edge, node) in edges)
        {
            if (edge >> 16 == 0) roots[(int)(edge & 0xFFFF)] = node;
        }
    }

    /// <summary>Every phrase, in order of where it begins, the shorter first.</summary>
    internal List<Mark> Find(string text)
    {
        var marks = new List<Mark>(32);
        for (var start = 0; start < text.Length; start++)
        {
            var node = roots[text[start]];
            for (var at = start + 1; node != 0; at++)
            {
                foreach (var entry in entries[node]) Add(marks, text, start, at, entry);
                if (at == text.Length || !edges.TryGetValue(Edge(node, text[at]), out node)) break;
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

    private static long Edge(int node, char next) => ((long)node << 16) | next;

    private sealed record Entry(Meaning Meaning, string[] Rest, bool AtEnd);

    /// <summary>Collects phrases.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<long, int> edges = [];
        private readonly List<List<Entry>> entries = [[]];

        /// <summary>Adds a phrase, as normalised text; … stands for a gap.</summary>
        internal Builder Add(string phrase, Meaning meaning)
        {
            var atEnd = phrase[^1] == AtEnd;
            var parts = phrase.TrimEnd(AtEnd).Split(Gap);
            if (parts.Any(p => p.Length == 0)) throw new ArgumentException($"'{phrase}' has an empty part.", nameof(phrase));
            var node = 0;
            foreach (var next in parts[0])
            {
                if (!edges.TryGetValue(Edge(node, next), out var child))
                {
                    child = entries.Count;
                    entries.Add([]);
                    edges.Add(Edge(node, next), child);
                }

                node = child;
            }

            entries[node].Add(new Entry(meaning, parts[1..], atEnd));
            return this;
        }

        internal PhraseBook Build() => new(edges, entries);
    }
}
