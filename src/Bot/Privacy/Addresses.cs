using Knowledge.Text;

namespace Bot.Privacy;

/// <summary>Finds e-mail addresses in a normalised text.</summary>
internal static class Addresses
{
    private const int LongestName = 64, LongestDomain = 255;

    /// <summary>The address around an @; null where there is none.</summary>
    internal static TextSpan? Around(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestName && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '%' or '+' or '-')) start--;
        var end = at + 1;
        while (end < text.Length && end - at <= LongestDomain && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
        while (end > at && text[end - 1] is '.' or '-') end--;
        if (start == at || text.AsSpan(at, end - at) is not { Length: > 4 } domain) return null;
        var dot = domain.LastIndexOf('.');
        return dot > 1 && domain.Length - dot > 2 && char.IsAsciiLetter(domain[dot + 1]) ? new TextSpan(start, end - start) : null;
    }
}
