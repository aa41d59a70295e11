namespace Knowledge.Text;

/// <summary>Tells most places of a text at once that no phrase is heard there, by the sounds of the first three characters.</summary>
internal sealed class SoundFilter
{
    private const int Bits = 18;
    private readonly ulong[] set = new ulong[1 << (Bits - 6)];

    /// <param name="phrases">The phrases, each of three characters or more.</param>
    internal SoundFilter(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            for (var a = PinyinTable.Codes(phrase[0]); a != 0; a >>= 16)
            {
                for (var b = PinyinTable.Codes(phrase[1]); b != 0; b >>= 16)
                {
                    for (var c = PinyinTable.Codes(phrase[2]); c != 0; c >>= 16)
                    {
                        var place = Place(a, b, c);
                        set[place >> 6] |= 1UL << (place & 63);
                    }
                }
            }
        }
    }

    /// <summary>False where no phrase is heard; true where one is, and now and then where none is.</summary>
    /// <param name="text">A text.</param>
    /// <param name="at">A place with two characters after it.</param>
    internal bool MayBegin(string text, int at)
    {
        var (second, third) = (PinyinTable.Codes(text[at + 1]), PinyinTable.Codes(text[at + 2]));
        for (var a = PinyinTable.Codes(text[at]); a != 0; a >>= 16)
        {
            for (var b = second; b != 0; b >>= 16)
            {
                for (var c = third; c != 0; c >>= 16)
                {
                    var place = Place(a, b, c);
                    if ((set[place >> 6] & (1UL << (place & 63))) != 0) return true;
                }
            }
        }

        return false;
    }

    private static int Place(ulong a, ulong b, ulong c)
    {
        var sounds = (a & 0xFFFF) | ((b & 0xFFFF) << 16) | ((c & 0xFFFF) << 32);
        return (int)(unchecked(sounds * 0x9E3779B97F4A7C15) >> (64 - Bits));
    }
}
