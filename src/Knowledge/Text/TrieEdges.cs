namespace Knowledge.Text;

/// <summary>The ways from node to node of a trie. A way's key and its target share one slot, so that a step touches one cache line.</summary>
public sealed class TrieEdges
{
    private const ulong Golden = 0x9E3779B97F4A7C15; // 2^64 divided by the golden ratio spreads neighbouring keys.

    private (ulong Key, int Target)[] slots = new (ulong, int)[64];
    private int count;

    /// <summary>The node that a character leads to; 0, the root, where it leads nowhere.</summary>
    public int Find(int node, char next) => slots[Place(Key(node, next))].Target;

    /// <summary>Adds a way that there is not yet.</summary>
    public void Add(int node, char next, int target)
    {
        if (++count > slots.Length / 2) Grow();
        slots[Place(Key(node, next))] = (Key(node, next), target);
    }

    // No key is 0, which stands for free.
    private static ulong Key(int node, char next) => ((ulong)(uint)node << 16 | next) + 1;

    // The slot of a way, or the free one where it belongs.
    private int Place(ulong key)
    {
        var ways = slots;
        var place = (int)(unchecked(key * Golden) >> (64 - System.Numerics.BitOperations.Log2((uint)ways.Length)));
        while (ways[place].Key != 0 && ways[place].Key != key) place = (place + 1) & (ways.Length - 1);
        return place;
    }

    private void Grow()
    {
        var old = slots;
        slots = new (ulong, int)[old.Length * 2];
        foreach (var slot in old)
        {
            if (slot.Key != 0) slots[Place(slot.Key)] = slot;
        }
    }
}
