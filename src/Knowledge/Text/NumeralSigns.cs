using System.Buffers;

namespace Knowledge.Text;

/// <summary>The characters that a numeral can begin with or that are figures of one, in every form that the normaliser brings to these.</summary>
public static class NumeralSigns
{
    private static readonly SearchValues<char> Signs = Collect();

    /// <summary>False where no numeral of any text that these words are part of begins in them or has a figure in them; true where one may.</summary>
    /// <remarks>A look at each character instead of reading: for words that are expected to hold none.</remarks>
    public static bool MayHold(ReadOnlySpan<char> words) => words.ContainsAny(Signs);

    private static SearchValues<char> Collect()
    {
        var plain = SearchValues.Create(NumberReader.Begin + FoundReader.Signs + MoneyUnits.SignBeginnings);
        List<char> signs = [];
        for (var c = char.MinValue; c < char.MaxValue; c++)
        {
            if (char.IsDigit(c) || MayBecome(c, plain)) signs.Add(c);
        }

        return SearchValues.Create([.. signs]);
    }

    // What melts with a neighbour, or is half of a character, is not followed any further: it may become anything.
    private static bool MayBecome(char c, SearchValues<char> plain) => CharacterTable.Action(c) switch
    {
        CharacterAction.Keep => plain.Contains(c),
        CharacterAction.Map => plain.Contains(CharacterTable.Map(c)),
        CharacterAction.Expand => CharacterTable.Expand(c).AsSpan().ContainsAny(plain),
        CharacterAction.Mark or CharacterAction.Surrogate => true,
        _ => false,
    };
}
