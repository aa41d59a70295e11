using System.Runtime.InteropServices;

namespace Knowledge.Text;

/// <summary>Phrases by their characters, with a way from each node to the next ones by sound.</summary>
internal sealed class SoundTrie
{
    internal const int Root = 0;
    private const int NoPhrase = -1;

    // The ways on from a node are those from Firsts[node] to Firsts[node + 1], in the order of their codes.
    private readonly int[] firsts;
    private readonly ushort[] codes;
    private readonly int[] targets;

    // Every look begins at the root, which has the most ways on: where those of each sound begin.
    private readonly int[] heads;

    private readonly char[] letters;
    private readonly byte[] allowances;

    // At most nodes no phrase ends: each node has the place of its phrase in the vocabulary, or none.
    private readonly int[] ranks;
    private readonly string[] phrases;

    /// <param name="vocabulary">The phrases, each with how many of its characters may be wrong.</param>
    internal SoundTrie(IEnumerable<(string Phrase, int Allowance)> vocabulary)
    {
        var nodes = new List<Node> { new() { Rank = NoPhrase } };
        var edges = new TrieEdges();
        var ranked = new List<string>();
        foreach (var (phrase, allowance) in vocabulary)
        {
            var at = Root;
            Node.At(nodes, at).Allow(allowance);
            foreach (var c in phrase)
            {
                var next = edges.Find(at, c);
                if (next == Root)
                {
                    next = nodes.Count;
                    edges.Add(at, c, next);
                    nodes.Add(new Node { Letter = c, Before = at, Rank = NoPhrase });
                }

                at = next;
                Node.At(nodes, at).Allow(allowance);
            }

            ref var last = ref Node.At(nodes, at);
            if (last.Rank == NoPhrase)
            {
                last.Rank = ranked.Count;
                ranked.Add(phrase);
            }

            Longest = Math.Max(Longest, phrase.Length);
        }

        firsts = Firsts(nodes);
        var ways = Ways(nodes, firsts);
        codes = Array.ConvertAll(ways, way => (ushort)(way >> 32));
        targets = Array.ConvertAll(ways, way => (int)(way & uint.MaxValue));
        heads = Heads(codes.AsSpan(0, firsts[Root + 1]));
        letters = [.. nodes.Select(node => node.Letter)];
        phrases = [.. ranked];
        allowances = [.. nodes.Select(node => node.Allowance)];
        ranks = [.. nodes.Select(node => node.Rank)];
    }

    internal int Longest { get; }

    internal char Letter(int node) => letters[node];

    /// <summary>The phrase that ends at this node; null where none does.</summary>
    internal string? Phrase(int node) => ranks[node] == NoPhrase ? null : phrases[ranks[node]];

    /// <summary>The place of that phrase in the vocabulary.</summary>
    internal int Rank(int node) => ranks[node];

    /// <summary>How many characters may be wrong in the most lenient phrase that goes through this node.</summary>
    internal int Allowance(int node) => allowances[node];

    /// <summary>The nodes after this one whose letter has this code.</summary>
    internal ReadOnlySpan<int> Next(int node, ushort code)
    {
        if (node == Root && PinyinTable.IsSound(code)) return targets.AsSpan(heads[PinyinTable.Place(code)]..heads[PinyinTable.Place(code) + 1]);
        var (low, end) = (firsts[node], firsts[node + 1]);
        var high = end;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (codes[middle] < code) low = middle + 1;
            else high = middle;
        }

        high = low;
        while (high < end && codes[high] == code) high++;
        return targets.AsSpan(low, high - low);
    }

    /// <summary>The node after this one with this very letter; the root where there is none.</summary>
    internal int Exactly(int node, char letter)
    {
        foreach (var next in Next(node, PinyinTable.First(PinyinTable.Codes(letter))))
        {
            if (letters[next] == letter) return next;
        }

        return Root;
    }

    private static int[] Heads(ReadOnlySpan<ushort> codes)
    {
        var heads = new int[PinyinTable.Sounds + 1];
        var at = 0;
        while (at < codes.Length && codes[at] < PinyinTable.FirstSound) at++;
        for (var sound = 0; sound < heads.Length; sound++)
        {
            heads[sound] = at;
            while (at < codes.Length && PinyinTable.IsSound(codes[at]) && PinyinTable.Place(codes[at]) == sound) at++;
        }

        return heads;
    }

    // A way for each sound of each node's letter, counted at the node before it.
    private static int[] Firsts(List<Node> nodes)
    {
        var firsts = new int[nodes.Count + 1];
        for (var i = Root + 1; i < nodes.Count; i++)
        {
            for (var rest = PinyinTable.Codes(nodes[i].Letter); rest != 0; rest >>= 16) firsts[nodes[i].Before + 1]++;
        }

        for (var i = 0; i < nodes.Count; i++) firsts[i + 1] += firsts[i];
        return firsts;
    }

    // Code and target of each way as one number, so that the ways of a node are sorted without comparing pairs.
    private static ulong[] Ways(List<Node> nodes, int[] firsts)
    {
        var ways = new ulong[firsts[^1]];
        var next = firsts.AsSpan(0, nodes.Count).ToArray();
        for (var i = Root + 1; i < nodes.Count; i++)
        {
            for (var rest = PinyinTable.Codes(nodes[i].Letter); rest != 0; rest >>= 16) ways[next[nodes[i].Before]++] = ((ulong)PinyinTable.First(rest) << 32) | (uint)i;
        }

        for (var i = 0; i < nodes.Count; i++) ways.AsSpan(firsts[i]..firsts[i + 1]).Sort();
        return ways;
    }

    private struct Node
    {
        internal char Letter;
        internal int Before;
        internal int Rank;
        internal byte Allowance;

        internal static ref Node At(List<Node> nodes, int at) => ref CollectionsMarshal.AsSpan(nodes)[at];

        internal void Allow(int allowance) => Allowance = (byte)Math.Max(Allowance, Math.Min(allowance, byte.MaxValue));
    }
}
