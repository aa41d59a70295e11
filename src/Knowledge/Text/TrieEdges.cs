using System.Numerics;

namespace Knowledge.Text;

/// <summary>The ways from node to node of a trie. A way and its target share one slot of eight bytes, so that a step touches one cache line and the table stays small.</summary>
public sealed class TrieEdges
{
    private const ulong Golden = 0x9E3779B97F4A7C15; // 2^64 divided by the golden ratio spreads neighbouring keys.
    private const int TargetBits = 24;
    private const int MostNodes = 1 << TargetBits;

    // Node and character, then the target. 0 is free: no way leads to the root.
    private ulong[] slots = new ulong[64];
    private int shift = 64 - 6;
    private int count;

    /// <summary>The node that a character leads to; 0, the root, where it leads nowhere.</summary>
    public int Find(int node, char next)
    {
        var ways = slots;
        var key = Key(node, next);
        for (var place = Place(key); ; place = (place + 1) & (ways.Length - 1))
        {
            var slot = ways[place];
            if (slot >> TargetBits == key) return (int)(slot & (MostNodes - 1));
            if (slot == 0) return 0;
        }
    }

    /// <summary>Adds a way that there is not yet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more nodes than a slot can name.</exception>
    public void Add(int node, char next, int target)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(target);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(target, MostNodes);
        if (++count > slots.Length / 4 * 3) Grow();
        Put((Key(node, next) << TargetBits) | (uint)target);
    }

    private static ulong Key(int node, char next) => ((ulong)(uint)node << 16) | next;

    private int Place(ulong key) => (int)(unchecked(key * Golden) >> shift);

    private void Put(ulong way)
    {
        var place = Place(way >> TargetBits);
        while (slots[place] != 0) place = (place + 1) & (slots.Length - 1);
        slots[place] = way;
    }

    private void Grow()
    {
        var old = slots;
        slots = new ulong[old.Length * 2];
        shift = 64 - BitOperations.Log2((uint)slots.Length);
        foreach (var way in old)
        {
            if (way != 0) Put(way);
        }
    }
}
