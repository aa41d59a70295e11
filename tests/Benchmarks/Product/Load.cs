using System.Globalization;

namespace Benchmarks.Product;

/// <summary>What one round of load came to. Times in milliseconds.</summary>
internal sealed record LoadResult(double PerSecond, double P50, double P99, int Failed, double ServerMicroseconds, double LoaderMicroseconds);

/// <summary>Debian's wrk with load.lua: the same for every server, all messages different, over the whole run of this program too.</summary>
internal sealed class Load(string texts)
{
    private const string Wrk = "/usr/bin/wrk";

    // More than any round can send.
    private const int Apart = 1_000_000;
    private int rounds;

    /// <summary>The development set's messages, as the load sends them.</summary>
    internal static Load FromDevelopment(string folder)
    {
        Commands.Need("wrk", Wrk);
        var path = Path.Combine(folder, "texts");
        var development = Path.Combine(AppContext.BaseDirectory, "Fixtures", "dev-questions.jsonl");
        File.WriteAllLines(path, Bot.Evaluation.EvaluationQuestion.ReadFile(development).SelectMany(q => q.Turns).Select(t => System.Text.Json.JsonSerializer.Serialize(t, JsonLines.Plain)[1..^1]));
        return new Load(path);
    }

    /// <summary>Sends as much as the server takes.</summary>
    internal LoadResult Run(Server server, string kind, int connections, int seconds)
    {
        rounds++;
        var environment = new Dictionary<string, string> { ["KIND"] = kind, ["TEXTS"] = texts, ["FIRST"] = $"{rounds * Apart}" };
        var before = server.Processor;
        // The shell says what its children used; a process that has ended cannot be asked any more.
        using var wrk = Commands.Start("/bin/sh", ["-c", "\"$@\"; times", "sh", Wrk, "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s", "-s", Repository.Benchmarks("Product", "load.lua"), server.Address], environment);
        var output = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        var used = (server.Processor - before).TotalMicroseconds;
        var lines = output.TrimEnd().Split('\n');
        var figures = lines.FirstOrDefault(l => l.StartsWith("load ", StringComparison.Ordinal))?.Split(' ').Skip(1).Select(f => f.Split('='))
            .ToDictionary(f => f[0], f => double.Parse(f[1], CultureInfo.InvariantCulture)) ?? throw new UsageException($"wrk failed: {output}{wrk.StandardError.ReadToEnd()}");
        var requests = Math.Max(1, figures["requests"]);
        return new(requests / figures["seconds"], figures["p50"], figures["p99"], (int)figures["failed"], used / requests, lines[^1].Split(' ').Sum(Seconds) * 1e6 / requests);
    }

    // "1m2.345s"
    private static double Seconds(string time) => time.TrimEnd('s').Split('m') is [var minutes, var seconds]
        ? (60 * double.Parse(minutes, CultureInfo.InvariantCulture)) + double.Parse(seconds, CultureInfo.InvariantCulture)
        : 0;
}
