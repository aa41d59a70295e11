using System.Numerics;

namespace Bot.Store.Index;

/// <summary>
/// Remembers keys without keeping them (a Bloom filter): says of each that was added that it may be here, and of nearly all others
/// that they are not. The bits of a key stand side by side, so that one asking costs one look into memory.
/// </summary>
/// <remarks>May be added to and asked by several threads at once.</remarks>
internal sealed class KeyFilter
{
    /// <summary>Room for turns that a megabyte has.</summary>
    internal const long LeastRoom = (8L << 20) / BitsOfTurn;

    // Two keys a turn, and at six bits a key one in ten of the others seems to be here.
    private const int BitsOfTurn = 12;
    private const int WordsOfBlock = 8, BitsOfBlock = 64 * WordsOfBlock, BitsOfKey = 4;

    // 64 MiB.
    private const int MostBlocks = 1 << 20;
    private readonly ulong[] words;
    private long turns;

    /// <param name="room">For how many turns at the least, up to 45 million.</param>
    internal KeyFilter(long room)
    {
        var blocks = Math.Clamp((long)BitOperations.RoundUpToPowerOf2((ulong)(room * BitsOfTurn / BitsOfBlock)), 1, MostBlocks);
        words = new ulong[blocks * WordsOfBlock];
    }

    /// <summary>How many turns it was made for.</summary>
    internal long Room => (long)words.Length * 64 / BitsOfTurn;

    /// <summary>Whether it should be replaced by a larger one; not where it is the largest.</summary>
    internal bool IsFull => Volatile.Read(ref turns) > Room && words.Length < MostBlocks * WordsOfBlock;

    internal void Add(IndexedTurn turn)
    {
        Add(Mixed(turn.Key));
        if (turn.Delivery is { } delivery) Add(Mixed(turn.Key, delivery));
        Interlocked.Increment(ref turns);
    }

    /// <summary>Whether a conversation may have turns.</summary>
    internal bool MayHold(long key) => MayHold(Mixed(key));

    /// <summary>Whether a conversation may have a turn that answered a delivery.</summary>
    internal bool MayHold(long key, long delivery) => MayHold(Mixed(key, delivery));

    private void Add(ulong key)
    {
        var block = Block(key);
        for (var bit = 0; bit < BitsOfKey; bit++)
        {
            var place = (int)((key >> (9 * bit)) & (BitsOfBlock - 1));
            ref var word = ref block[place >> 6];
            var mask = 1UL << (place & 63);
            if ((word & mask) == 0) Interlocked.Or(ref word, mask);
        }
    }

    private bool MayHold(ulong key)
    {
        var block = Block(key);
        for (var bit = 0; bit < BitsOfKey; bit++)
        {
            var place = (int)((key >> (9 * bit)) & (BitsOfBlock - 1));
            if ((block[place >> 6] & (1UL << (place & 63))) == 0) return false;
        }

        return true;
    }

    // By the upper bits, which the places in the block do not use.
    private Span<ulong> Block(ulong key) => words.AsSpan((int)(((key >> 36) & (ulong)((words.Length / WordsOfBlock) - 1)) * WordsOfBlock), WordsOfBlock);

    // Keys of our own conversations are times: their bits are spread first.
    private static ulong Mixed(long key, long delivery = 0)
    {
        var mixed = unchecked((ulong)key + (BitOperations.RotateLeft((ulong)delivery, 32) * 0x9E3779B97F4A7C15));
        mixed = unchecked((mixed ^ (mixed >> 33)) * 0xFF51AFD7ED558CCD);
        mixed = unchecked((mixed ^ (mixed >> 33)) * 0xC4CEB9FE1A85EC53);
        return mixed ^ (mixed >> 33);
    }
}
