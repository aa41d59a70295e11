using System.Text;

namespace Knowledge.Text;

/// <summary>Brings Chinese text to one form: NFKC, lower case, simplified characters, no spaces between Chinese characters.</summary>
/// <remarks>
/// Each element (a character, a surrogate pair, a base with its marks) is normalised by itself and marks are not reordered.
/// White space falls away beside a Chinese character unless a letter of another script stands on the other side; elsewhere a run
/// of it is one space. Controls, direction and zero-width characters and lone surrogates fall away. Linear in the text.
/// </remarks>
public static class Normaliser
{
    private const int OnStack = 256;

    /// <summary>Normalises a text; one that is in this form already is not copied.</summary>
    public static NormalisedText Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var unchanged = 0;
        while (unchanged < text.Length && CharacterTable.Action(text[unchanged]) == CharacterAction.Keep) unchanged++;
        if (unchanged == text.Length) return FormalThree.Mend(new NormalisedText(text, text, null));

        Span<char> units = stackalloc char[OnStack];
        Span<int> origins = stackalloc int[OnStack];
        using var buffer = text.Length < OnStack - 32 ? new NormalisingBuffer(units, origins) : new NormalisingBuffer(text.Length + 64);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (CharacterTable.Action(c))
            {
                case CharacterAction.Keep: buffer.Add(c, i); break;
                case CharacterAction.Map: buffer.Add(CharacterTable.Map(c), i); break;
                case CharacterAction.Expand: buffer.Add(CharacterTable.Expand(c), i); break;
                case CharacterAction.Mark: buffer.AddMark(c, i); break;
                case CharacterAction.Space: buffer.AddSpace(i); break;
                case CharacterAction.Surrogate when i + 1 < text.Length && Rune.TryCreate(c, text[i + 1], out var rune):
                    if (CharacterTable.Expand(rune) is { } expansion) buffer.Add(expansion, i);
                    i++;
                    break;
            }
        }

        return FormalThree.Mend(buffer.ToText(text));
    }
}
