using Knowledge.Citations;
using Knowledge.Corpus;

namespace Knowledge.Tests.Support;

/// <summary>The corpus's clauses, split at the headings that bear an id; just enough for tests of index and search.</summary>
internal static class SeedDocuments
{
    internal static IReadOnlyList<Document> All { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "corpus"), "*.md").Order(StringComparer.Ordinal).Reverse().Select(Read)];

    internal static IEnumerable<Clause> Clauses => All.SelectMany(d => d.Clauses);

    internal static Clause Clause(string id) => Clauses.Single(c => c.Id.ToString() == id);

    private static Document Read(string path)
    {
        var lines = File.ReadAllLines(path);
        string? Front(string key) => lines.FirstOrDefault(l => l.StartsWith(key + ": ", StringComparison.Ordinal))?[(key.Length + 2)..];
        var (document, outline, clauses) = (Front("document")!, new List<(int Depth, string Heading)>(), new List<Clause>());
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("##", StringComparison.Ordinal)) continue;
            var depth = lines[i].TakeWhile(c => c == '#').Count();
            var parts = lines[i][depth..].Trim().TrimEnd('}').Split(" {#");
            outline.RemoveAll(o => o.Depth >= depth);
            outline.Add((depth, parts[0]));
            if (parts.Length < 2) continue;
            var text = lines.Skip(i + 1).TakeWhile(l => !l.StartsWith('#')).Aggregate(string.Empty, (a, l) => a + l.Trim());
            List<string> headings = [.. outline.Select(o => o.Heading)];
            clauses.Add(new Clause(new ClauseId(document, parts[1]), string.Concat(headings), text, [], null, headings));
        }

        var title = Front("title")!;
        return new Document(document, title, Front("number"), title, Front("issuer")!, new DateOnly(2022, 4, 25), null, "", [], [], clauses);
    }
}
