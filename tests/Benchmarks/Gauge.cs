using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>Time and allocation of one step for every case, over several rounds. A case's figure is the median of its rounds.</summary>
internal sealed class Gauge(string name, int cases, int rounds)
{
    /// <summary>What <see cref="Row"/> fills.</summary>
    internal const string Heading = """
        | step | p50 µs | p90 µs | p99 µs | quietest p50 µs | p50 bytes | max bytes |
        |---|---|---|---|---|---|---|
        """;

    private readonly double[,] times = new double[cases, rounds];
    private readonly long[] bytes = new long[cases];

    /// <summary>Runs the step and notes what it took.</summary>
    internal T Measure<T>(int of, int round, Func<T> step)
    {
        var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        var result = step();
        times[of, round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        bytes[of] = GC.GetAllocatedBytesForCurrentThread() - before;
        return result;
    }

    /// <summary>One line of the table. The quietest round of each case tells what the step costs where nothing else runs.</summary>
    internal string Row()
    {
        var medians = EachCase(rounds / 2);
        var sizes = bytes.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {At(medians, 0.5):0.0} | {At(medians, 0.9):0.0} | {At(medians, 0.99):0.0} | {At(EachCase(0), 0.5):0.0} | {At(sizes, 0.5)} | {sizes[^1]} |");
    }

    private double[] EachCase(int rank) =>
        [.. Enumerable.Range(0, cases).Select(c => Enumerable.Range(0, rounds).Select(r => times[c, r]).Order().ElementAt(rank)).Order()];

    private static T At<T>(T[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
}
