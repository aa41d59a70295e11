namespace Benchmarks.Retrieval;

/// <summary>The page on retrieval.</summary>
internal static class RetrievalReport
{
    private const int Growing = 10_000;

    internal static void Write(List<(int Clauses, string Engine, Outcome Outcome, List<BenchmarkQuery> Questions)> rows) => Report.Write(
        "index.md",
        "The clause index beside Lucene",
        Report.Text($"""
            One thread, ten hits, everything in memory. Lucene is Debian's `liblucene8-java` with SmartCn and its default BM25 on {Java()}; both engines get heading and text, and cut up the question themselves.
            Builds: the median of three. Questions: each one's median of five rounds after seconds of warming up; p50 and p99 over the questions. {rows[0].Clauses} clauses are the corpus, asked the {rows[0].Questions.Count} one-turn questions of the
            development set that clauses answer; the others are generated (seed 7), asked {rows[^1].Questions.Count} generated questions that quote them: they say something about speed and memory, little about quality.
            First: the best hit is a required clause. Among three: one of the first three is.
            """),
        Report.Table("clauses | engine | build ms | index MB | p50 µs | p99 µs | first | among three", rows.Select(r => Report.Text(
            $"{r.Clauses} | {r.Engine} | {r.Outcome.Build.TotalMilliseconds:0} | {r.Outcome.Bytes / 1048576.0:0.0} | {At(r.Outcome, 0.5):0.0} | {At(r.Outcome, 0.99):0.0} | {Share(r, 1):0.000} | {Share(r, 3):0.000}"))),
        "How many times as fast as Lucene (the target is 3):",
        Report.Table("clauses | engine | p50 | p99", rows.Where(r => r.Engine.StartsWith("ours", StringComparison.Ordinal)).Select(r =>
        {
            var lucene = rows.First(l => l.Clauses == r.Clauses).Outcome;
            return Report.Text($"{r.Clauses} | {r.Engine} | {At(lucene, 0.5) / At(r.Outcome, 0.5):0.0} | {At(lucene, 0.99) / At(r.Outcome, 0.99):0.0}");
        })),
        Report.Text($"What ten times as many clauses cost ({Growing} → {rows[^1].Clauses}):"),
        Report.Table("engine | p50 | p99", rows.Where(r => r.Clauses == Growing).Select(small =>
        {
            var large = rows.Last(r => r.Engine == small.Engine).Outcome;
            return Report.Text($"{small.Engine} | × {At(large, 0.5) / At(small.Outcome, 0.5):0.0} | × {At(large, 0.99) / At(small.Outcome, 0.99):0.0}");
        })),
        "The lexicon was made with the development questions in view, so that its quality is an upper bound; the row without it is not.",
        "To repeat: `dotnet run -c Release --project tests/Benchmarks -- retrieval`. Any other files: `-- index CORPUS QUERIES`.");

    private static double At(Outcome outcome, double share) => outcome.Times[(int)Math.Min(outcome.Times.Length - 1, outcome.Times.Length * share)];

    private static double Share((int Clauses, string Engine, Outcome Outcome, List<BenchmarkQuery> Questions) row, int first) =>
        row.Questions.Select((q, i) => row.Outcome.Found[i].Take(first).Any(q.Relevant.Contains) ? 1.0 : 0.0).Average();

    private static string Java() => Commands.Run("java", ["--version"]).Split('\n')[0];
}
