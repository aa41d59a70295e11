using System.Globalization;
using System.Text;

namespace Knowledge.Text;

/// <summary>What the normaliser does with a UTF-16 unit.</summary>
internal enum CharacterAction : byte
{
    /// <summary>It stays.</summary>
    Keep,

    /// <summary>One other unit takes its place.</summary>
    Map,

    /// <summary>Several units take its place.</summary>
    Expand,

    /// <summary>It goes: controls, direction marks, zero-width and format characters.</summary>
    Drop,

    /// <summary>White space.</summary>
    Space,

    /// <summary>Half of a pair.</summary>
    Surrogate,

    /// <summary>A mark that may melt into the character before it.</summary>
    Mark,
}

/// <summary>Per character: width, case and script folded into one step, read once from the Unicode tables of this folder.</summary>
internal static class CharacterTable
{
    private static readonly byte[] Actions = new byte[0x10000];
    private static readonly char[] Single = new char[0x10000];
    private static readonly bool[] Han = new bool[0x10000];
    private static readonly Dictionary<int, string> Expansions = [];
    private static readonly Dictionary<int, char> Compositions = [];

    static CharacterTable()
    {
        var simplified = TextData.Words("simplified").ToDictionary(pair => pair[0], pair => pair[1]);
        var compatible = new Dictionary<int, string>();
        foreach (var entry in TextData.Lines("compatibility").SelectMany(line => line.Split('|')))
        {
            var (from, to) = entry.Split(';') is [var a, var b] ? (Text(a), Text(b)) : throw new InvalidDataException(entry);
            if (Rune.GetRuneAt(from, 0) is var first && first.Utf16SequenceLength == from.Length) compatible[first.Value] = to;
            else Compositions[(from[0] << 16) | from[1]] = to[0];
        }

        // Most characters stay as they are: nothing is made for these.
        string Fold(string text)
        {
            var lower = text.ToLowerInvariant();
            foreach (var c in lower)
            {
                if (simplified.ContainsKey(c)) return string.Concat(lower.Select(c => simplified.GetValueOrDefault(c, c)));
            }

            return lower;
        }

        for (var c = 0; c < 0x10000; c++)
        {
            var unit = (char)c;
            Han[c] = unit is >= '\u2E80' and <= '\u312F' or >= '\u31A0' and <= '\u9FFF';
            Single[c] = unit;
            if (char.IsSurrogate(unit)) Actions[c] = (byte)CharacterAction.Surrogate;
            else if (char.IsWhiteSpace(unit)) Actions[c] = (byte)CharacterAction.Space;
            else if (IsInvisible(c)) Actions[c] = (byte)CharacterAction.Drop;
            else if (Fold(compatible.TryGetValue(c, out var to) ? to : unit.ToString()) is var folded && folded.Length > 1) Set(c, folded, CharacterAction.Expand);
            else if (folded[0] != unit) Set(c, folded, CharacterAction.Map);
            else if (CharUnicodeInfo.GetUnicodeCategory(unit) == UnicodeCategory.NonSpacingMark) Actions[c] = (byte)CharacterAction.Mark;
        }

        foreach (var (point, text) in compatible.Where(pair => pair.Key > 0xFFFF)) Expansions[point] = Fold(text);

        void Set(int c, string text, CharacterAction action)
        {
            Actions[c] = (byte)action;
            Single[c] = text[0];
            Expansions[c] = text;
        }
    }

    internal static CharacterAction Action(char c) => (CharacterAction)Actions[c];

    internal static char Map(char c) => Single[c];

    internal static string Expand(char c) => Expansions[c];

    /// <summary>What a character beyond the first plane becomes; null where it goes.</summary>
    internal static string? Expand(Rune rune)
    {
        if (IsInvisible(rune.Value) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) return null;
        return Expansions.TryGetValue(rune.Value, out var text) ? text : Rune.ToLowerInvariant(rune).ToString();
    }

    /// <summary>The one character that a base and a mark make, if there is one.</summary>
    internal static bool Composes(char first, char mark, out char composed) =>
        Compositions.TryGetValue((first << 16) | mark, out composed);

    /// <summary>Han characters and the punctuation and signs set like them.</summary>
    internal static bool IsHan(char c) => Han[c];

    private static string Text(string codePoints) =>
        string.Concat(codePoints.Split(' ').Select(point => char.ConvertFromUtf32(int.Parse(point, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));

    // Default-ignorable code points: format characters and those that Unicode lists besides them.
    private static bool IsInvisible(int point) =>
        point is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2065 or 0x3164 or 0xFFA0 or 0xFFFE or 0xFFFF
            or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFFF0 and <= 0xFFFB)
            or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF)
        || (point <= 0xFFFF && char.GetUnicodeCategory((char)point) is UnicodeCategory.Format or UnicodeCategory.Control);
}
