using System.Globalization;

namespace Benchmarks.Retrieval;

/// <summary>What an engine came to on one set of clauses and questions.</summary>
/// <param name="Build">The median time of building.</param>
/// <param name="Bytes">What the index takes in memory.</param>
/// <param name="Times">Each question's median in microseconds, sorted.</param>
/// <param name="Found">The clauses that each question found, best first.</param>
internal sealed record Outcome(TimeSpan Build, long Bytes, double[] Times, IReadOnlyList<IReadOnlyList<string>> Found);

/// <summary>Debian's Lucene with SmartCn, run in a process of its own on the same files.</summary>
internal static class Lucene
{
    private const string Jars = "/usr/share/java";
    private static readonly string[] Names = ["lucene-core", "lucene-analyzers-common", "lucene-analyzers-smartcn"];

    /// <summary>Installs and compiles what is needed; gives the class path.</summary>
    internal static string Prepare(string folder)
    {
        Commands.Need("default-jdk-headless", "/usr/bin/javac");
        Commands.Need("liblucene8-java", Jar(Names[0]) ?? $"{Jars}/{Names[0]}");
        var path = string.Join(':', [.. Names.Select(n => Jar(n) ?? throw new UsageException($"{n} is not in liblucene8-java")), folder]);
        Commands.Run("javac", ["-cp", path, "-d", folder, Repository.Benchmarks("lucene", "LuceneBench.java")]);
        return path;
    }

    /// <summary>Builds the index and asks it everything.</summary>
    internal static Outcome Run(string classPath, string folder, List<Knowledge.Index.IndexedText> texts, List<BenchmarkQuery> questions)
    {
        var (clauses, queries, results) = (Path.Combine(folder, "clauses"), Path.Combine(folder, "questions"), Path.Combine(folder, "results"));
        File.WriteAllLines(clauses, texts.Select(t => OneLine($"{t.Title} {t.Text}")));
        File.WriteAllLines(queries, questions.Select(q => OneLine(q.Query)));
        var built = Commands.Run("java", ["-Xmx2g", "-cp", classPath, "LuceneBench", clauses, queries, results]).Split(' ');
        var lines = File.ReadAllLines(results).Select(l => l.Split(' ')).ToList();
        return new(
            TimeSpan.FromSeconds(Number(built[0])),
            (long)Number(built[1]),
            [.. lines.Select(l => Number(l[0])).Order()],
            [.. lines.Select(l => (IReadOnlyList<string>)[.. l.Skip(1).Select(n => texts[(int)Number(n)].Id)])]);
    }

    private static string? Jar(string name) => Directory.Exists(Jars) ? Directory.EnumerateFiles(Jars, $"{name}-8*.jar").FirstOrDefault() : null;

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
