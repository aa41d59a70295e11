using System.Diagnostics;
using System.Globalization;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;

namespace Bot.Tests.Store;

public sealed class DurabilityTests
{
    // The long run: STORE_KILLS=200 dotnet test --filter Nothing_acknowledged
    private static readonly int Kills =
        int.Parse(Environment.GetEnvironmentVariable("STORE_KILLS") ?? "5", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_process_is_killed()
    {
        using var folder = new DataFolder();
        var random = new Random(Kills);
        var writes = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var acknowledged = await WriteUntilKilledAsync(folder.Path, random.Next(10, 300));
            Assert.NotEmpty(acknowledged);
            writes += acknowledged.Count;
            await using var open = folder.Open();
            Assert.Null(await open.Store.CheckAsync(default));
            foreach (var line in acknowledged)
            {
                var id = line[2..];
                Assert.True(await open.Store.FindAnswerAsync(id, default) is not null, $"lost in kill {kill}: {line}");
                if (line[0] == 'F')
                    Assert.Single(await open.Store.FeedbackAsync(id, default));
            }
            Assert.Empty(folder.SetAside());
        }

        Measured.Note("kills of the writing process", Kills);
        Measured.Note("acknowledged writes found again after them", writes);
    }

    private static async Task<List<string>> WriteUntilKilledAsync(string folder, int milliseconds)
    {
        var probe = Path.Combine(AppContext.BaseDirectory, "StoreProbe.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", probe, "write", $"--Storage:Folder={folder}"])
        {
            RedirectStandardOutput = true,
        })!;
        var lines = new List<string>();
        using var timer = new Timer(_ => process.Kill());
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (lines.Count == 0)
                timer.Change(milliseconds, Timeout.Infinite);
            lines.Add(line);
        }
        await process.WaitForExitAsync();
        // The last line may have been cut short; it counts as said only when it is whole.
        return [.. lines.Where(line => line.Length == 34)];
    }
}
