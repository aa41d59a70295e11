namespace Knowledge.Index;

/// <summary>What a character is to the index.</summary>
internal static class Characters
{
    /// <summary>A Chinese character, which may be half of a bigram.</summary>
    internal static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' or '〇';

    /// <summary>A letter or digit of a word that is indexed whole: vc, 5g, 2025.</summary>
    internal static bool IsWord(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : !IsHan(c) && char.IsLetterOrDigit(c);
}
