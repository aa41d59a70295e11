using System.Diagnostics;
using System.Globalization;
using Bot.Store;

namespace StoreProbe;

/// <summary>Times the hot path: a turn reads its conversation and is saved.</summary>
internal static class Measure
{
    internal static async Task RunAsync(IStore store)
    {
        var opening = Stopwatch.StartNew();
        var problem = await store.CheckAsync(CancellationToken.None);
        Print("open_ms", opening.Elapsed.TotalMilliseconds);
        if (problem is not null)
        {
            Console.WriteLine(problem.Reason);
            return;
        }
        foreach (var callers in new[] { 1, 16, 16, 64 })
        {
            Print($"saves_per_second_{callers}", await RateAsync(callers, (_, turn) => store.SaveTurnAsync(turn, default)));
            Print($"turns_per_second_{callers}", await RateAsync(callers, async (id, turn) =>
            {
                await store.FindConversationAsync("web", id, default);
                await store.SaveTurnAsync(turn, default);
            }));
            Print($"finds_per_second_{callers}", await RateAsync(callers, (id, _) => store.FindConversationAsync("web", id, default)));
        }
    }

    private static async Task<double> RateAsync(int callers, Func<string, Bot.Store.Records.KeptTurn, Task> act)
    {
        const int Seconds = 3;
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var count = 0;
            for (; watch.Elapsed.TotalSeconds < Seconds; count++)
                await act($"c{caller}", Writers.Turn($"c{caller}"));
            return count;
        })));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static void Print(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}={value:F0}"));
}
