using Knowledge.Text;

namespace Knowledge.Index;

/// <summary>An occurrence of a word in a text.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Value">What the word stands for.</param>
internal readonly record struct WordMatch(int Start, int Length, int Value)
{
    internal int End => Start + Length;
}

/// <summary>Finds the words of a list in a text, in time linear in the text (the longest word being a constant).</summary>
internal sealed class WordTrie
{
    private const int Root = 0;

    private readonly TrieEdges edges = new();

    // At most places of a text no word begins, and nothing need be looked up.
    private readonly WordStarts starts = new();
    private readonly List<List<int>?> values = [null];

    /// <summary>Adds a word; one that stands there already stands for both values.</summary>
    internal void Add(string word, int value)
    {
        var node = Root;
        starts.Add(word);
        foreach (var c in word)
        {
            var child = edges.Find(node, c);
            if (child == Root)
            {
                child = values.Count;
                values.Add(null);
                edges.Add(node, c, child);
            }

            node = child;
        }

        var there = values[node] ??= [];
        if (!there.Contains(value)) there.Add(value);
    }

    /// <summary>Every occurrence of every word, the shorter ones inside longer ones included.</summary>
    internal void FindAll(ReadOnlySpan<char> text, List<WordMatch> found)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!starts.MayBegin(text, start)) continue;
            var node = Root;
            for (var i = start; i < text.Length && (node = edges.Find(node, text[i])) != Root; i++)
                Keep(text, start, i + 1, values[node], found);
        }
    }

    /// <summary>The occurrences that do not lie inside a longer one.</summary>
    internal void FindLongest(ReadOnlySpan<char> text, List<WordMatch> found)
    {
        List<WordMatch>? into = found;
        FindLongest(text, ref into);
    }

    /// <summary>The same for texts that mostly have none: null where there is none.</summary>
    internal List<WordMatch>? FindLongest(ReadOnlySpan<char> text)
    {
        List<WordMatch>? found = null;
        FindLongest(text, ref found);
        return found;
    }

    private void FindLongest(ReadOnlySpan<char> text, ref List<WordMatch>? found)
    {
        var covered = 0;
        for (var start = 0; start < text.Length; start++)
        {
            if (!starts.MayBegin(text, start)) continue;
            var (node, longest, end) = (Root, (List<int>?)null, start);
            for (var i = start; i < text.Length && (node = edges.Find(node, text[i])) != Root; i++)
            {
                if (values[node] is { } here && StandsAlone(text, start, i + 1)) (longest, end) = (here, i + 1);
            }

            if (longest is null || end <= covered) continue;
            found ??= [];
            foreach (var value in longest) found.Add(new WordMatch(start, end - start, value));
            covered = end;
        }
    }

    private static void Keep(ReadOnlySpan<char> text, int start, int end, List<int>? values, List<WordMatch> found)
    {
        if (values is null || !StandsAlone(text, start, end)) return;
        foreach (var value in values) found.Add(new WordMatch(start, end - start, value));
    }

    // 「vc」 is no part of 「pvc」, 「51号文」 none of 「151号文」, 「十一条」 none of 「第十一条」 or 「二十一条」.
    private static bool StandsAlone(ReadOnlySpan<char> text, int start, int end) =>
        !(start > 0 && Characters.IsWord(text[start]) && (Characters.IsWord(text[start - 1]) || text[start - 1] == '第'))
        && !(end < text.Length && Characters.IsWord(text[end - 1]) && Characters.IsWord(text[end]) && !(char.IsAsciiLetter(text[end - 1]) && char.IsAsciiDigit(text[end])))
        && !(start > 0 && IsNumeral(text[start]) && (IsNumeral(text[start - 1]) || text[start - 1] == '第'));

    private static bool IsNumeral(char c) => "一二三四五六七八九十百".Contains(c, StringComparison.Ordinal);
}
