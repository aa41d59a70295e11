namespace Bot.LanguageModel.Phrasing;

/// <summary>A piece of a model's text: its own words, or a placeholder.</summary>
/// <param name="Words">The words; empty for a placeholder.</param>
/// <param name="Filling">Which filling is to stand here, from 0; −1 for words.</param>
internal readonly record struct Piece(string Words, int Filling)
{
    internal bool IsFilling => Filling >= 0;
}

/// <summary>Cuts a text at its placeholders: those that were given, and nothing that only looks like one.</summary>
internal sealed class Placeholders(IReadOnlyList<Filling> fillings)
{
    /// <summary>The pieces; null where a brace belongs to no placeholder that was given, or one stands twice, or a step before the one that it builds on.</summary>
    /// <param name="text">The model's text, or a part of it.</param>
    /// <param name="seen">Which stood before; those that stand here are added.</param>
    /// <param name="open">What stands open at the end and may still become a placeholder; empty where nothing does.</param>
    internal List<Piece>? Cut(string text, bool[] seen, out string open)
    {
        open = "";
        List<Piece> pieces = [];
        var at = 0;
        while (at < text.Length)
        {
            var brace = text.AsSpan(at).IndexOfAny('{', '}');
            if (brace < 0) break;
            if (brace > 0) pieces.Add(new Piece(text.Substring(at, brace), -1));
            at += brace;
            var end = text.IndexOf('}', at);
            if (end < 0)
            {
                open = text[at..];
                return CanBecome(open, seen) ? pieces : null;
            }

            var filling = Find(text.AsSpan(at, end + 1 - at));
            if (filling < 0 || !CanStand(filling, seen)) return null;
            seen[filling] = true;
            pieces.Add(new Piece("", filling));
            at = end + 1;
        }

        if (at < text.Length) pieces.Add(new Piece(text[at..], -1));
        return pieces;
    }

    private int Find(ReadOnlySpan<char> placeholder)
    {
        for (var i = 0; i < fillings.Count; i++)
        {
            if (placeholder.SequenceEqual(fillings[i].Placeholder)) return i;
        }

        return -1;
    }

    private bool CanStand(int filling, bool[] seen) => !seen[filling] && !(fillings[filling].IsStep && filling > 0 && fillings[filling - 1].IsStep && !seen[filling - 1]);

    private bool CanBecome(string open, bool[] seen)
    {
        for (var i = 0; i < fillings.Count; i++)
        {
            if (CanStand(i, seen) && fillings[i].Placeholder.StartsWith(open, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
