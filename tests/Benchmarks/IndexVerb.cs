using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Knowledge.Index;

namespace Benchmarks;

/// <summary>Indexes a corpus, runs the queries one after the other on one thread, and prints quality and speed.</summary>
internal static class IndexVerb
{
    private const int Builds = 3;
    private const int Rounds = 5;
    private const int Deepest = 100;
    private static readonly TimeSpan WarmingUp = TimeSpan.FromSeconds(2);

    internal static int Run(string corpus, string queries, string[] options)
    {
        var (lexicon, json) = ReadOptions(options);
        var (texts, questions) = (JsonLines.ReadCorpus(corpus), JsonLines.ReadQueries(queries));
        var (index, building, memory) = Build(texts, lexicon);
        var quality = new Quality();
        foreach (var question in questions) quality.Add([.. index.Search(question.Query, Deepest).Select(hit => hit.Id)], question.Relevant);
        WarmUp(index, questions);
        var (atTen, atHundred) = (Times(index, questions, 10), Times(index, questions, Deepest));
        List<(string Name, double Value)> figures =
        [
            ("documents", texts.Count), ("queries", questions.Count),
            .. quality.Means(),
            ("docs/s", Math.Round(texts.Count / building.TotalSeconds)), ("bytes/doc", Math.Round(memory / (double)texts.Count)),
            ("p50 µs (top 10)", Percentile(atTen, 0.5)), ("p99 µs (top 10)", Percentile(atTen, 0.99)),
            ("p50 µs (top 100)", Percentile(atHundred, 0.5)), ("p99 µs (top 100)", Percentile(atHundred, 0.99)),
        ];
        Console.WriteLine(json
            ? JsonSerializer.Serialize(figures.ToDictionary(f => f.Name, f => f.Value), JsonLines.Plain)
            : string.Join('\n', figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name,-18} {f.Value:0.####}"))));
        return 0;
    }

    private static (Lexicon Lexicon, bool Json) ReadOptions(string[] options)
    {
        var (lexicon, json) = (Lexicon.Empty, false);
        for (var i = 0; i < options.Length; i++)
        {
            if (options[i] == "--json") json = true;
            else if (options[i] == "--lexicon" && i + 1 < options.Length && File.Exists(options[i + 1])) lexicon = Lexicon.Read(options[++i]);
            else throw new UsageException($"'{options[i]}': expected --json or --lexicon and a file that exists");
        }

        return (lexicon, json);
    }

    // The median of several builds: the first one also compiles the code.
    internal static (Bm25Index Index, TimeSpan Time, long Bytes) Build(List<IndexedText> texts, Lexicon lexicon)
    {
        var times = new List<TimeSpan>();
        var (index, before) = ((Bm25Index?)null, 0L);
        for (var i = 0; i < Builds; i++)
        {
            index = null;
            before = GC.GetTotalMemory(forceFullCollection: true);
            var start = Stopwatch.GetTimestamp();
            index = Bm25Index.Build(texts, lexicon);
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        times.Sort();
        return (index!, times[Builds / 2], GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    // Until the code is compiled for speed: a server is slow once, not for every question.
    internal static void WarmUp(Bm25Index index, List<BenchmarkQuery> questions)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmingUp)
            foreach (var question in questions) index.Search(question.Query, 10);
    }

    // Each query's median over the rounds: what the machine does in between is not the index's.
    internal static double[] Times(Bm25Index index, List<BenchmarkQuery> questions, int top)
    {
        var times = new double[questions.Count];
        var rounds = new double[Rounds];
        for (var i = 0; i < times.Length; i++)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                index.Search(questions[i].Query, top);
                rounds[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }

            Array.Sort(rounds);
            times[i] = rounds[Rounds / 2];
        }

        Array.Sort(times);
        return times;
    }

    private static double Percentile(double[] sorted, double share) => Math.Round(sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)], 1);
}
