using System.Numerics;

namespace Knowledge.Index;

/// <summary>Numbers bigrams. A bigram and its number share one slot, so that a look-up touches one cache line.</summary>
internal sealed class BigramTable
{
    private const uint Golden = 2654435769; // 2^32 divided by the golden ratio spreads neighbouring keys.

    private ulong[] slots = new ulong[1024];
    private int count;

    /// <summary>A bigram's number; <see cref="Vocabulary.Unknown"/> where it has none.</summary>
    internal int Find(uint bigram)
    {
        var slot = slots[Place(bigram)];
        return slot == 0 ? Vocabulary.Unknown : (int)(uint)(slot & uint.MaxValue);
    }

    /// <summary>Gives a number to a bigram that has none.</summary>
    internal void Add(uint bigram, int number)
    {
        if (++count > slots.Length / 4 * 3) Grow();
        slots[Place(bigram)] = ((ulong)bigram << 32) | (uint)number;
    }

    // The slot of a bigram, or the free one where it belongs. No bigram is 0, which stands for free.
    private int Place(uint bigram)
    {
        var place = (int)(unchecked(bigram * Golden) >> (32 - BitOperations.Log2((uint)slots.Length)));
        while (slots[place] != 0 && (uint)(slots[place] >> 32) != bigram) place = (place + 1) & (slots.Length - 1);
        return place;
    }

    private void Grow()
    {
        var old = slots;
        slots = new ulong[old.Length * 2];
        foreach (var slot in old)
            if (slot != 0) slots[Place((uint)(slot >> 32))] = slot;
    }
}
