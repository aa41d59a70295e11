namespace Knowledge.Text;

/// <summary>How a character sounds to someone who types by pinyin: up to four codes, one a reading, without tones.</summary>
/// <remarks>
/// Pairs that southern speakers and hurried typists mix are one sound: zh and z, ch and c, sh and s, and the finals ang and an, eng and
/// en, ing and in. What is no Chinese character, has no reading here or belongs to a number is its own code, so that it equals itself only.
/// </remarks>
internal static class PinyinTable
{
    private const char FirstHan = '\u4E00';
    private const char LastHan = '\u9FFF';

    // Codes of sounds lie where Unicode has no characters of its own; such characters in a text sound like nothing.
    internal const ushort FirstSound = 0xE000;
    private const ushort AfterSounds = 0xF900;

    // A repair must neither make nor unmake a number, an ordinal or an article's number.
    private const string Numerals = "零一二两三四五六七八九十百千万亿半点分几第〇壹贰叁肆伍陆柒捌玖拾佰仟廿卅俩仨";

    private static readonly ulong[] Table = Read();

    /// <summary>How many codes there may be of sounds.</summary>
    internal const int Sounds = AfterSounds - FirstSound;

    /// <summary>Whether this is the code of a sound, not of a character that is heard as nothing else.</summary>
    internal static bool IsSound(ushort code) => code is >= FirstSound and < AfterSounds;

    /// <summary>The place of a sound among all.</summary>
    internal static int Place(ushort sound) => sound - FirstSound;

    /// <summary>The codes of a character, 16 bits each, the first one lowest; 0 after the last.</summary>
    internal static ulong Codes(char c) =>
        c is >= FirstHan and <= LastHan ? Table[c - FirstHan] : c is >= (char)FirstSound and < (char)AfterSounds ? 0UL : c;

    /// <summary>Whether a repair may put this character in another's place, and another in its.</summary>
    internal static bool IsRepairable(char c) => First(Codes(c)) is >= FirstSound and < AfterSounds;

    /// <summary>Whether this is a digit or belongs to a number word.</summary>
    internal static bool IsNumeral(char c) => char.IsAsciiDigit(c) || Numerals.Contains(c, StringComparison.Ordinal);

    /// <summary>The first of these codes.</summary>
    internal static ushort First(ulong codes) => (ushort)(codes & 0xFFFF);

    /// <summary>Whether a code is one of these.</summary>
    internal static bool Holds(ulong codes, ushort code)
    {
        for (; codes != 0; codes >>= 16)
        {
            if (First(codes) == code) return true;
        }

        return false;
    }

    private static ulong[] Read()
    {
        var table = new ulong[LastHan - FirstHan + 1];
        var sounds = new Dictionary<string, ushort>(StringComparer.Ordinal);
        foreach (var line in TextData.Lines("pinyin"))
        {
            if (line.Split(' ') is not [var syllable, var characters]) throw new InvalidDataException(line);
            var sound = Sound(syllable);
            if (!sounds.TryGetValue(sound, out var code)) sounds[sound] = code = (ushort)(FirstSound + sounds.Count);
            foreach (var c in characters)
            {
                ref var codes = ref table[c - FirstHan];
                if (IsNumeral(c) || Holds(codes, code)) continue;
                if (codes >> 48 != 0) throw new InvalidDataException($"{c} has more readings than a code has room for.");
                codes = (codes << 16) | code;
            }
        }

        for (var i = 0; i < table.Length; i++)
        {
            if (table[i] == 0) table[i] = (ulong)(FirstHan + i);
        }

        return table;
    }

    private static string Sound(string syllable)
    {
        var sound = syllable;
        if (sound.Length > 2 && sound[1] == 'h' && sound[0] is 'z' or 'c' or 's') sound = sound.Remove(1, 1);

        // Only these three finals: iang and uang are heard apart from ian and uan.
        var before = sound.Length > 3 ? sound[^4] : ' ';
        var nasal = (sound.EndsWith("ang", StringComparison.Ordinal) && before is not ('i' or 'u' or 'y' or 'w'))
            || sound.EndsWith("eng", StringComparison.Ordinal) || sound.EndsWith("ing", StringComparison.Ordinal);
        return nasal ? sound[..^1] : sound;
    }
}
