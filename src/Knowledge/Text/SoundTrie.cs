namespace Knowledge.Text;

/// <summary>Phrases by their characters, with a way from each node to the next ones by sound.</summary>
internal sealed class SoundTrie
{
    internal const int Root = 0;

    // The ways on from a node are those from Firsts[node] to Firsts[node + 1], in the order of their codes.
    private readonly int[] firsts;
    private readonly ushort[] codes;

    // Every look begins at the root, which has the most ways on: where those of each sound begin.
    private readonly int[] heads;
    private readonly int[] targets;
    private readonly char[] letters;
    private readonly string?[] phrases;
    private readonly byte[] allowances;
    private readonly int[] ranks;

    /// <param name="vocabulary">The phrases, each with how many of its characters may be wrong.</param>
    internal SoundTrie(IEnumerable<(string Phrase, int Allowance)> vocabulary)
    {
        var nodes = new List<Node> { new('\0') };
        var rank = 0;
        foreach (var (phrase, allowance) in vocabulary)
        {
            var node = nodes[Root];
            node.Allow(allowance);
            foreach (var c in phrase)
            {
                if (node.Find(c) is not (> Root and var next))
                {
                    next = nodes.Count;
                    node.Add(c, next);
                    nodes.Add(new Node(c));
                }

                node = nodes[next];
                node.Allow(allowance);
            }

            if (node.Phrase is null) (node.Phrase, node.Rank) = (phrase, rank++);
            Longest = Math.Max(Longest, phrase.Length);
        }

        List<(ushort Code, int Target)>[] ways = [.. nodes.Select(node => Ways(node.Next))];
        firsts = new int[nodes.Count + 1];
        for (var i = 0; i < nodes.Count; i++) firsts[i + 1] = firsts[i] + ways[i].Count;
        codes = [.. ways.SelectMany(list => list, (_, way) => way.Code)];
        targets = [.. ways.SelectMany(list => list, (_, way) => way.Target)];
        heads = Heads(codes.AsSpan(0, firsts[Root + 1]));
        letters = [.. nodes.Select(node => node.Letter)];
        phrases = [.. nodes.Select(node => node.Phrase)];
        allowances = [.. nodes.Select(node => node.Allowance)];
        ranks = [.. nodes.Select(node => node.Rank)];
    }

    internal int Longest { get; }

    internal char Letter(int node) => letters[node];

    /// <summary>The phrase that ends at this node; null where none does.</summary>
    internal string? Phrase(int node) => phrases[node];

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

    private static List<(ushort Code, int Target)> Ways(Dictionary<char, int>? next)
    {
        if (next is null) return [];
        var ways = new List<(ushort Code, int Target)>();
        foreach (var (letter, target) in next)
        {
            for (var rest = PinyinTable.Codes(letter); rest != 0; rest >>= 16) ways.Add((PinyinTable.First(rest), target));
        }

        if (ways.Count > 1) ways.Sort(static (a, b) => a.Code != b.Code ? a.Code - b.Code : a.Target - b.Target);
        return ways;
    }

    private sealed class Node(char letter)
    {
        internal char Letter { get; } = letter;

        /// <summary>The nodes after this one; null where a phrase ends and none goes on, as at most nodes' ends.</summary>
        internal Dictionary<char, int>? Next { get; private set; }

        internal string? Phrase { get; set; }

        internal int Rank { get; set; }

        internal byte Allowance { get; private set; }

        /// <summary>The next node for a letter; the root where there is none.</summary>
        internal int Find(char c) => Next is not null && Next.TryGetValue(c, out var next) ? next : Root;

        internal void Add(char c, int next) => (Next ??= []).Add(c, next);

        internal void Allow(int allowance) => Allowance = (byte)Math.Max(Allowance, Math.Min(allowance, byte.MaxValue));
    }
}
