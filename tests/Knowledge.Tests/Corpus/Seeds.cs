namespace Knowledge.Tests.Corpus;

/// <summary>The documents as they were handed over, without white space.</summary>
internal static class Seeds
{
    /// <summary>The county's policy.</summary>
    internal static string County { get; } = Read("000_37281b5db04b0bec.txt");

    /// <summary>The province's notice: a web page that holds it twice.</summary>
    internal static string Province { get; } = Read("002_a84e3b1f91f1c38b.txt");

    private static string Read(string file) =>
        string.Concat(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "seeds", file)).Where(c => !char.IsWhiteSpace(c) && c != '\uFEFF'));
}
