namespace Bot.Tests.Startup;

/// <summary>The characters that write a number, and what may stand in their place.</summary>
internal static class Numerals
{
    private const string Arabic = "0123456789";
    private const string Chinese = "一二三四五六七八九";
    private const string Scales = "十百千万亿";

    /// <summary>Every text that differs from the given one in one numeral, with the place of the change.</summary>
    internal static IEnumerable<(int At, string Changed)> Variants(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var kind = new[] { Arabic, Chinese + "两", Scales }.FirstOrDefault(k => k.Contains(text[at], StringComparison.Ordinal)) ?? "";
            foreach (var other in kind.Replace("两", "", StringComparison.Ordinal))
            {
                if (other != text[at]) yield return (at, $"{text[..at]}{other}{text[(at + 1)..]}");
            }
        }
    }
}
