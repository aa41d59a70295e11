using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bot.Inputs;

/// <summary>Text without characters that nobody sees: controls, bidirectional marks, zero-width joiners.</summary>
internal static class PlainText
{
    /// <summary>Whether the character shows nothing and may change how the rest is shown. Line breaks and tabs are not hidden.</summary>
    internal static bool IsHidden(Rune rune) =>
        rune.Value is not ('\n' or '\r' or '\t') && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.Control or UnicodeCategory.Format);

    /// <summary>The same without hidden characters, trimmed.</summary>
    internal static string Clean(string text)
    {
        if (IsClean(text)) return text.Trim();
        var clean = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsHidden(rune)) clean.Append(units[..rune.EncodeToUtf16(units)]);
        }

        return clean.ToString().Trim();
    }

    // Half of a surrogate pair is not clean: the runes have a mark of replacement in its place.
    private static bool IsClean(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done || IsHidden(rune)) return false;
            text = text[length..];
        }

        return true;
    }
}
