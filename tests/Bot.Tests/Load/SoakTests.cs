using System.Globalization;
using System.Net.Http.Json;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;

namespace Bot.Tests.Load;

/// <summary>Mixed load on the real program, with as many visitors at once as still have 99 of 100 replies within 50 ms.</summary>
[Collection(Alone.Name)]
public sealed class SoakTests
{
    private const double Wanted = 50, MostGrowth = 60;
    private const int Further = 3000, SampleVisitors = 8, MostVisitors = 512;
    private static readonly TimeSpan Sample = TimeSpan.FromSeconds(3), Round = TimeSpan.FromSeconds(10), Part = TimeSpan.FromMinutes(5);

    private static readonly string[] Everything = ["ask", "messages", "feedback", "answer", "summary", "wechat", "wechat_encrypted", "clause", "search", "calculator", "screening", "page"];

    // The long run: LONG_SOAK_MINUTES=30. Without it a few seconds of the same load.
    private static readonly double Minutes = double.Parse(Environment.GetEnvironmentVariable("LONG_SOAK_MINUTES") ?? "0", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Mixed_load_is_answered_without_an_error_and_memory_stays_flat()
    {
        using var data = new DataFolder();
        using var said = new DataFolder();
        await using var program = await ServedProgram.StartAsync(data.Path, MixedLoad.Settings);
        var load = new MixedLoad(said.Path, program.Client.BaseAddress!);
        load.Prepare();
        if (Minutes == 0)
        {
            var sample = load.Run(SampleVisitors, Sample);
            Assert.Equal("", sample.Faulty);
            Assert.True(sample.Requests > 0);
            return;
        }

        var visitors = HighestCount(load);
        var before = Rss.MiB(program.Id);
        var (soak, first, last, memory) = await HoldAsync(load, visitors, program);
        Note(visitors, soak, first, last);
        Measured.Note("mixed load, RSS before, MiB", before);
        // The program fills its caches in the first part; a leak shows between the middle and the end.
        Measured.Note("mixed load, RSS at the middle, MiB", memory[memory.Count / 2]);
        Measured.Note("mixed load, RSS at the end, MiB", memory[^1]);
        Measured.Note("mixed load, RSS highest, MiB", memory.Max());
        Measured.Note("mixed load, database at the end, GB", Math.Round(new DirectoryInfo(data.Path).EnumerateFiles().Sum(f => f.Length) / 1e9, 2));

        var growth = await GrowthAsync(program);
        Measured.Note($"growth of memory for {Further} further conversations, MiB", growth);
        Assert.Equal("", soak.Faulty);
        Assert.Empty(Everything.Except(soak.Kinds.Keys));
        Assert.True(growth < MostGrowth, $"{growth} MiB");
    }

    // Doubled until it is too much, then halved between.
    private static int HighestCount(MixedLoad load)
    {
        load.Run(32, Round);
        var (low, high) = (4, 8);
        while (high <= MostVisitors && Holds(high)) (low, high) = (high, high * 2);
        while (high > low * 1.1 && high - low > 1)
        {
            var middle = (low + high) / 2;
            if (Holds(middle)) low = middle;
            else high = middle;
        }

        return low;

        // Twice where it does not: what else the machine did for a moment is not the program's.
        bool Holds(int visitors) => HoldsOnce(visitors) || HoldsOnce(visitors);

        bool HoldsOnce(int visitors)
        {
            var round = load.Run(visitors, Round);
            Measured.Note($"mixed load, {visitors} visitors for {Round.TotalSeconds} s: requests/s, p99 ms", (FormattableString)$"{round.PerSecond}, {round.Percentile(0.99)}{(round.Faulty.Length > 0 ? ", " : "")}{round.Faulty}");
            return round.Faults.Count == 0 && round.Percentile(0.99) <= Wanted;
        }
    }

    // In parts, so that what grows slower as the database grows shows between the first and the last.
    private static async Task<(LoadResult Whole, LoadResult First, LoadResult Last, List<double> Memory)> HoldAsync(MixedLoad load, int visitors, ServedProgram program)
    {
        var parts = Math.Max(2, (int)Math.Round(Minutes / Part.TotalMinutes));
        List<double> memory = [];
        List<LoadResult> results = [];
        using var timer = new PeriodicTimer(Round);
        var running = Task.Run(() =>
        {
            for (var part = 0; part < parts; part++) results.Add(load.Run(visitors, TimeSpan.FromMinutes(Minutes / parts)));
        });
        while (!running.IsCompleted)
        {
            memory.Add(Rss.MiB(program.Id));
            await Task.WhenAny(running, timer.WaitForNextTickAsync().AsTask());
        }

        await running;
        return (LoadResult.Together(results), results[0], results[^1], memory);
    }

    private static void Note(int visitors, LoadResult soak, LoadResult first, LoadResult last)
    {
        Measured.Note("mixed load, minutes", Minutes);
        Measured.Note("mixed load, visitors at once", visitors);
        Measured.Note("mixed load, requests", soak.Requests);
        Measured.Note("mixed load, requests/s", soak.PerSecond);
        Measured.Note("mixed load, errors", soak.Faults.Values.Sum());
        if (soak.Faulty.Length > 0) Measured.Note("mixed load, errors by what was asked and what came", (FormattableString)$"{soak.Faulty}");
        Measured.Note("mixed load, p50 ms", soak.Percentile(0.5));
        Measured.Note("mixed load, p99 ms", soak.Percentile(0.99));
        Measured.Note("mixed load, longest ms", Math.Round(soak.Longest, 1));
        foreach (var (name, part) in new[] { ("first", first), ("last", last) })
            Measured.Note($"mixed load, {name} {Math.Round(part.Seconds)} s: requests/s, p50 ms, p99 ms", (FormattableString)$"{part.PerSecond}, {part.Percentile(0.5)}, {part.Percentile(0.99)}");
        Measured.Note("mixed load, of each kind", (FormattableString)$"{string.Join(", ", soak.Kinds.OrderByDescending(k => k.Value).Select(k => FormattableString.Invariant($"{k.Key} {k.Value}")))}");
    }

    // Two turns each: the second one finds what the first one said.
    private static async Task<double> GrowthAsync(ServedProgram program)
    {
        var start = Rss.MiB(program.Id);
        for (var n = 0; n < Further; n++)
        {
            foreach (var text in (string[])["第三条奖励多少", "这一条的责任单位是谁？"])
            {
                using var reply = await program.Client.PostAsJsonAsync("/api/ask", new { text, conversationId = $"further-{n}" });
                Assert.Equal(200, (int)reply.StatusCode);
            }
        }

        return Math.Round(Rss.MiB(program.Id) - start, 1);
    }
}

/// <summary>Tests that run when no other does, since they measure.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    internal const string Name = "alone";
}
