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
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsHidden(rune)) clean.Append(rune);
        }

        return clean.ToString().Trim();
    }
}
