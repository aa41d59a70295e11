namespace Calculators.Tests.Support;

/// <summary>The clauses' words, taken from the corpus: the paragraph below each heading that has an id.</summary>
internal static class Clauses
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Texts = new(ReadAll);

    internal static string Text(string clause) => Texts.Value[clause];

    internal static bool Has(string clause) => Texts.Value.ContainsKey(clause);

    internal static int Occurrences(string clause, string quote)
    {
        var count = 0;
        for (var at = Text(clause).IndexOf(quote, StringComparison.Ordinal); at >= 0; at = Text(clause).IndexOf(quote, at + 1, StringComparison.Ordinal)) count++;
        return count;
    }

    private static Dictionary<string, string> ReadAll()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "corpus"), "*.md"))
        {
            var id = string.Empty;
            foreach (var line in File.ReadLines(file))
            {
                if (line.StartsWith('#'))
                {
                    var open = line.LastIndexOf("{#", StringComparison.Ordinal);
                    id = open < 0 ? string.Empty : Path.GetFileNameWithoutExtension(file) + "/" + line[(open + 2)..line.LastIndexOf('}')];
                }
                else if (id.Length > 0 && line.Length > 0)
                {
                    texts.Add(id, line);
                }
            }
        }

        return texts;
    }
}
