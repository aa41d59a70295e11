using System.Runtime.InteropServices;
using Calculators.Awards;
using Calculators.Rules;
using Knowledge.Citations;

namespace Bot.Answering.Drafting;

/// <summary>An answer's text while it is put together, piece by piece.</summary>
internal sealed class Draft
{
    private const int Usual = 32;

    // What every answer says many times.
    private static readonly Part.Words Open = new("「"), Close = new("」"), NewLine = new("\n"), Comma = new("、");

    private readonly List<Part> parts = new(Usual);
    private string? text;

    /// <summary>The pieces, in order.</summary>
    internal ReadOnlySpan<Part> Parts => CollectionsMarshal.AsSpan(parts);

    internal Draft Say(string words) => Add(new Part.Words(words));

    internal Draft Quote(ClauseId clause, string text) => Add(Open).Add(new Part.Verbatim(clause, text)).Add(Close);

    internal Draft Quote(Quote quote) => Quote(ClauseId.Parse(quote.Clause), quote.Text);

    internal Draft Reckoned(Award award, string text) => Add(new Part.Reckoned(award, text));

    internal Draft Declared(Calculator calculator, string text) => Add(new Part.Declared(calculator, text));

    internal Draft Line() => Add(NewLine);

    /// <summary>Several things with 、 between them.</summary>
    internal Draft List(IEnumerable<Part> things)
    {
        var first = true;
        foreach (var thing in things)
        {
            if (!first) Add(Comma);
            Add(thing);
            first = false;
        }

        return this;
    }

    /// <summary>Names of the front matter, or of units, with 、 between them; the first few where there are more.</summary>
    internal Draft Names(IReadOnlyList<string> names, int most = int.MaxValue)
    {
        for (var i = 0; i < names.Count && i < most; i++)
        {
            if (i > 0) Add(Comma);
            Add(new Part.Metadata(names[i]));
        }

        return this;
    }

    /// <summary>The pieces of another draft.</summary>
    internal Draft Add(Draft other)
    {
        parts.AddRange(other.parts);
        text = null;
        return this;
    }

    internal Draft Add(Part part)
    {
        parts.Add(part);
        text = null;
        return this;
    }

    /// <summary>The whole text; put together once.</summary>
    public override string ToString()
    {
        if (text is not null) return text;
        var length = 0;
        foreach (var part in parts) length += part.Text.Length;
        return text = string.Create(length, parts, static (whole, parts) =>
        {
            foreach (var part in parts)
            {
                part.Text.CopyTo(whole);
                whole = whole[part.Text.Length..];
            }
        });
    }
}
