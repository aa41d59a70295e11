using Benchmarks.Product;

namespace Benchmarks.Start;

/// <summary>From the start of the process to ready, and what it then takes in memory: on an empty folder, and with conversations kept.</summary>
internal static class StartVerb
{
    private const int Starts = 7;

    internal static int Run(string[] options)
    {
        var loads = options switch { [] => new[] { 0, 8, 24 }, ["--short"] => [0, 2], _ => throw new UsageException("expected nothing or --short") };
        var folder = Directory.CreateTempSubdirectory("start-").FullName;
        var load = Load.FromDevelopment(folder);
        var rows = new List<string>();
        foreach (var seconds in loads)
        {
            var data = Directory.CreateDirectory(Path.Combine(folder, $"{seconds}")).FullName;
            var (conversations, loaded) = seconds == 0 ? (0, 0.0) : Fill(load, data, seconds);
            var starts = Enumerable.Range(0, Starts).Select(_ => Once(data)).OrderBy(s => s.Ready).ToList();
            var size = new DirectoryInfo(data).EnumerateFiles().Sum(f => f.Length);
            rows.Add(Report.Text(
                $"{conversations} | {size / 1048576.0:0} | {starts[0].Ready.TotalMilliseconds:0} | {starts[Starts / 2].Ready.TotalMilliseconds:0} | {starts[^1].Ready.TotalMilliseconds:0} | {starts[Starts / 2].Processor.TotalMilliseconds:0} | {starts[Starts / 2].Resident:0} | {(seconds == 0 ? "—" : Report.Text($"{loaded:0}"))}"));
        }

        Directory.Delete(folder, recursive: true);
        Report.Write(
            "start.md",
            "Start and memory",
            Report.Text($"`dotnet Bot.dll`, published as the README says, until `/readyz` is 200 (the index is built and three turns were answered): {Starts} starts on the same folder, sorted by time; asked every 5 ms. Resident memory as the kernel counts it (VmRSS), files that it maps included."),
            Report.Table("conversations kept | data MB | quickest ms | median ms | slowest ms | processor ms | resident MB when ready | resident MB after the load that made them", rows),
            "What clauses cost: `index.md` has the time to build the index and its size. To repeat: `dotnet run -c Release --project tests/Benchmarks -- start`.");
        return 0;
    }

    private static (int Conversations, double Resident) Fill(Load load, string data, int seconds)
    {
        using var server = Server.Ours(Publication.Folder, data);
        var messages = load.Run(server, "messages", 16, seconds);
        var ask = load.Run(server, "ask", 64, seconds);
        return ((int)((messages.PerSecond + ask.PerSecond) * seconds), server.Resident);
    }

    private static (TimeSpan Ready, TimeSpan Processor, double Resident) Once(string data)
    {
        using var server = Server.Ours(Publication.Folder, data);
        return (server.ReadyAfter, server.Processor, server.Resident);
    }
}
