using System.Globalization;

namespace Benchmarks;

/// <summary>Writes a corpus of any size that looks like clauses, and questions to it; the same seed gives the same files.</summary>
internal static class GenerateVerb
{
    private const int MostQueries = 1500;

    internal static int Run(string count, string[] options)
    {
        var clauses = Number(count, "N", 1);
        var (seed, folder) = (-1, "");
        for (var i = 0; i < options.Length; i += 2)
        {
            if (i + 1 == options.Length) throw new UsageException($"'{options[i]}' needs a value");
            if (options[i] == "--seed") seed = Number(options[i + 1], "--seed", 0);
            else if (options[i] == "--out") folder = options[i + 1];
            else throw new UsageException($"'{options[i]}': expected --seed and --out");
        }

        if (seed < 0 || folder.Length == 0) throw new UsageException("generate needs --seed S and --out DIR");
        Directory.CreateDirectory(folder);
        var generator = new ClauseGenerator(seed, Path.Combine(AppContext.BaseDirectory, "corpus"));
        var corpus = Enumerable.Range(0, clauses).Select(generator.Clause).ToList();
        var step = Math.Max(1, clauses / MostQueries);
        JsonLines.Write(Path.Combine(folder, "corpus.jsonl"), corpus);
        JsonLines.Write(Path.Combine(folder, "queries.jsonl"), Enumerable.Range(0, Math.Min(clauses, MostQueries)).Select(i => generator.Query(i, corpus[i * step])));
        return 0;
    }

    private static int Number(string text, string name, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new UsageException($"{name} '{text}': expected a whole number, {least} or more");
}
