namespace Bot.Settings;

/// <summary>Names under our sections that no part of the program reads: most likely a slip of the hand, and without effect.</summary>
internal static class UnknownSettings
{
    // Limit: is a slip for Limits:, and Kestrel: is another program's.
    private const int FarthestSection = 2;
    private const int ShortestSection = 4;

    /// <summary>What is set and not known, each with the name that was probably meant.</summary>
    internal static IReadOnlyList<UnknownSetting> Find(IConfiguration configuration) =>
        [.. configuration.AsEnumerable().Where(s => s.Value is not null && s.Key.Contains(':', StringComparison.Ordinal) && IsOurs(s.Key) && !IsKnown(s.Key))
            .Select(s => new UnknownSetting(s.Key, Nearest(s.Key))).OrderBy(u => u.Name, StringComparer.Ordinal)];

    private static bool IsOurs(string key)
    {
        var section = key[..key.IndexOf(':', StringComparison.Ordinal)];
        return DeclaredSettings.Sections.Any(s => Same(s, section) || (section.Length >= ShortestSection && s.Length >= ShortestSection && Distance(s, section) <= FarthestSection));
    }

    private static bool IsKnown(string key) => DeclaredSettings.All.Any(s => Same(s.Name, key) || (s.IsList && IsEntry(s.Name, key)));

    private static bool IsEntry(string list, string key) =>
        key.Length > list.Length + 1 && key.StartsWith(list + ":", StringComparison.OrdinalIgnoreCase) && key.AsSpan(list.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string Nearest(string key) => DeclaredSettings.All.Where(s => s.Name.Contains(':', StringComparison.Ordinal)).MinBy(s => Distance(s.Name, key))!.Name;

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many letters have to be put in, taken out or changed, whatever their case.</summary>
    internal static int Distance(string a, string b)
    {
        var (above, row) = (new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1));
            (above, row) = (row, above);
        }

        return above[b.Length];
    }
}

/// <summary>A name that nothing reads.</summary>
/// <param name="Name">As it is set.</param>
/// <param name="Nearest">The setting that was probably meant.</param>
internal sealed record UnknownSetting(string Name, string Nearest);
