using System.Globalization;

namespace Bot.LanguageModel.Phrasing;

/// <summary>A piece of a model's text: its own words, or a placeholder.</summary>
/// <param name="Words">The words; empty for a placeholder.</param>
/// <param name="Quote">Which quote is to stand here, from 0; −1 for words.</param>
internal readonly record struct Piece(string Words, int Quote)
{
    internal bool IsQuote => Quote >= 0;
}

/// <summary>Cuts a text at its placeholders, <c>{quote:1}</c> and nothing else.</summary>
internal static class Placeholders
{
    private const string Open = "{quote:";

    /// <summary>The pieces; null where a brace belongs to no known placeholder, or a quote is missing or stands twice.</summary>
    /// <param name="text">The model's text.</param>
    /// <param name="quotes">How many quotes there are.</param>
    internal static List<Piece>? Read(string text, int quotes)
    {
        List<Piece> pieces = [];
        var seen = new bool[quotes];
        var at = 0;
        while (at < text.Length)
        {
            var brace = text.AsSpan(at).IndexOfAny('{', '}');
            if (brace < 0) break;
            if (brace > 0) pieces.Add(new Piece(text.Substring(at, brace), -1));
            at += brace;
            if (!text.AsSpan(at).StartsWith(Open, StringComparison.Ordinal)) return null;
            var end = text.IndexOf('}', at);
            if (end < 0 || !int.TryParse(text.AsSpan(at + Open.Length, end - at - Open.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            if (number < 1 || number > quotes || seen[number - 1]) return null;
            seen[number - 1] = true;
            pieces.Add(new Piece("", number - 1));
            at = end + 1;
        }

        if (at < text.Length) pieces.Add(new Piece(text[at..], -1));
        // A quote that is left out may hold the condition on which another depends.
        return Array.TrueForAll(seen, s => s) ? pieces : null;
    }
}
