using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;

namespace Bot.Tests.Load;

/// <summary>Mixed load on the real program, at the highest rate at which 99 of 100 are answered within 50 ms.</summary>
[Collection(Alone.Name)]
public sealed class SoakTests
{
    private const double Wanted = 50;
    private const int Conversations = 3000;

    // The long run: LONG_SOAK_MINUTES=30. Without it a few seconds at a rate that any machine holds.
    private static readonly double Minutes = double.Parse(Environment.GetEnvironmentVariable("LONG_SOAK_MINUTES") ?? "0", CultureInfo.InvariantCulture);

    private static readonly string[] Questions =
        ["首次入围中国互联网百强，奖励多少？", "第三条奖励多少", "这一条的责任单位是谁？", "服务了12家本地企业，合同实际执行金额3000万", "改成2000万", "试点申报截止到什么时候", "食堂几点开门", "您好", "重新开始"];

    [Fact]
    public async Task Mixed_load_is_answered_without_an_error_and_memory_stays_flat()
    {
        using var folder = new DataFolder();
        await using var program = await ServedProgram.StartAsync(folder.Path, "--Limits:AtOnce=500");
        if (Minutes == 0)
        {
            var sample = await RunAsync(program, 20, TimeSpan.FromSeconds(4));
            Assert.Empty(sample.Faults);
            Assert.Equal(80, sample.Times.Count);
            return;
        }

        var rate = await HighestRateAsync(program);
        var before = Rss.MiB(program.Id);
        List<double> memory = [];
        using var sampler = new Timer(_ => memory.Add(Rss.MiB(program.Id)), null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        var soak = await RunAsync(program, rate, TimeSpan.FromMinutes(Minutes));
        await sampler.DisposeAsync();
        Measured.Note("mixed load, minutes", Minutes);
        Measured.Note("mixed load, requests/s", Math.Round(soak.Times.Count / (Minutes * 60), 1));
        Measured.Note("mixed load, errors", soak.Errors);
        Measured.Note("mixed load, p50 ms", soak.Percentile(0.5));
        Measured.Note("mixed load, p99 ms", soak.Percentile(0.99));
        Measured.Note("mixed load, RSS before, MiB", before);
        // The program fills its caches in the first part; a leak shows between the middle and the end.
        Measured.Note("mixed load, RSS at the middle, MiB", memory[memory.Count / 2]);
        Measured.Note("mixed load, RSS at the end, MiB", memory[^1]);
        Measured.Note("mixed load, RSS highest, MiB", memory.Max());

        var start = Rss.MiB(program.Id);
        for (var n = 0; n < Conversations; n++) Assert.Null(await ShootAsync(program.Client, n, $"further-{n}"));
        Measured.Note($"growth of memory for {Conversations} further conversations, MiB", Math.Round(Rss.MiB(program.Id) - start, 1));
        Assert.Empty(soak.Faults);
    }

    // Doubled until it is too much, then halved between.
    private static async Task<double> HighestRateAsync(ServedProgram program)
    {
        var step = TimeSpan.FromSeconds(10);
        await RunAsync(program, 50, step);
        var (low, high) = (25.0, 50.0);
        while (high < 10_000 && await HoldsAsync(high)) (low, high) = (high, high * 2);
        while (high / low > 1.1)
        {
            var middle = (low + high) / 2;
            if (await HoldsAsync(middle)) low = middle;
            else high = middle;
        }

        return low;

        async Task<bool> HoldsAsync(double rate)
        {
            var load = await RunAsync(program, rate, step);
            return load.Errors == 0 && load.Percentile(0.99) <= Wanted;
        }
    }

    // Requests begin at their own times, whether or not those before are answered: a slow answer is not waited for, and its wait counts.
    private static async Task<Load> RunAsync(ServedProgram program, double rate, TimeSpan length)
    {
        var load = new Load();
        List<Task> running = [];
        var all = (int)Math.Round(rate * length.TotalSeconds);
        var start = Stopwatch.GetTimestamp();
        for (var n = 0; n < all; n++)
        {
            var due = TimeSpan.FromSeconds(n / rate);
            var wait = due - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.FromMilliseconds(1)) await Task.Delay(wait);
            var number = n;
            running.Add(Task.Run(async () =>
            {
                var fault = await ShootAsync(program.Client, number, $"soak-{number % 200}");
                load.Note((Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds, fault);
            }));
            if (running.Count > 2000) running.RemoveAll(t => t.IsCompletedSuccessfully);
        }

        await Task.WhenAll(running);
        return load;
    }

    // Of ten, six questions, one award, one clause, one search, one feedback on an answer of its own.
    private static async Task<string?> ShootAsync(HttpClient client, int number, string conversation)
    {
        try
        {
            switch (number % 10)
            {
                case 0: return Check(await client.PostAsync("/api/calculators/pilot-funding", new StringContent("""{"applicant":"county"}""", Encoding.UTF8, "application/json")));
                case 1: return Check(await client.GetAsync("/api/clauses/xunwu-51/3"));
                case 2: return Check(await client.GetAsync("/api/clauses?q=%E7%99%BE%E5%BC%BA"));
                default:
                    using (var asked = await client.PostAsJsonAsync("/api/ask", new { text = Questions[number % Questions.Length], conversationId = conversation }))
                    {
                        if (asked.StatusCode != HttpStatusCode.OK) return asked.StatusCode.ToString();
                        if (number % 10 != 3) return null;
                        var id = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("answerId").GetString();
                        return Check(await client.PostAsJsonAsync("/api/feedback", new { answerId = id, helpful = true }));
                    }
            }
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return e.GetType().Name;
        }
    }

    private static string? Check(HttpResponseMessage reply)
    {
        using (reply) return reply.IsSuccessStatusCode ? null : reply.StatusCode.ToString();
    }

    private sealed class Load
    {
        internal ConcurrentBag<double> Times { get; } = [];

        /// <summary>What went wrong, a name each.</summary>
        internal ConcurrentBag<string> Faults { get; } = [];

        internal int Errors => Faults.Count;

        internal void Note(double milliseconds, string? fault)
        {
            Times.Add(milliseconds);
            if (fault is not null) Faults.Add(fault);
        }

        internal double Percentile(double part)
        {
            var sorted = Times.Order().ToList();
            return Math.Round(sorted[(int)(part * (sorted.Count - 1))], 1);
        }
    }
}

/// <summary>Tests that run when no other does, since they measure.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    internal const string Name = "alone";
}
