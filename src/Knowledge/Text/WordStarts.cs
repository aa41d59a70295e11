namespace Knowledge.Text;

/// <summary>Tells most places of a text at once that no word of a list begins there, by two characters. Twelve kilobytes, which stay at hand while a trie does not.</summary>
public sealed class WordStarts
{
    private const int Bits = 15;
    private const uint Golden = 2654435769; // 2^32 divided by the golden ratio spreads neighbouring pairs.

    // A bit for each character that is a word by itself; one for some of the pairs that words begin with.
    private readonly ulong[] alone = new ulong[(char.MaxValue + 1) / 64];
    private readonly ulong[] pairs = new ulong[1 << (Bits - 6)];

    /// <summary>Adds a word.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        if (word.Length == 0) return;
        if (word.Length == 1) alone[word[0] >> 6] |= Bit(word[0]);
        else if (Pair(word[0], word[1]) is var pair) pairs[pair >> 6] |= Bit(pair);
    }

    /// <summary>False where no word begins; true where one does, and now and then where none does.</summary>
    public bool MayBegin(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 < text.Length && Pair(text[at], text[at + 1]) is var pair && (pairs[pair >> 6] & Bit(pair)) != 0) return true;
        return (alone[text[at] >> 6] & Bit(text[at])) != 0;
    }

    private static int Pair(char first, char second) => (int)(unchecked((((uint)first << 16) | second) * Golden) >> (32 - Bits));

    private static ulong Bit(int place) => 1UL << (place & 63);
}
