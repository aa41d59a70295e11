using System.Globalization;

namespace Bot.Tests.Load;

/// <summary>What came of a load.</summary>
/// <param name="Requests">Replies, and requests that got none.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Longest">The longest reply, in milliseconds.</param>
/// <param name="Kinds">How many of each kind of request.</param>
/// <param name="Faults">What was not as it should be: the kind of request and what came, with how often.</param>
/// <param name="Quantiles">Milliseconds, evenly spaced over all replies, the fastest first.</param>
internal sealed record LoadResult(
    long Requests, double Seconds, double Longest, IReadOnlyDictionary<string, long> Kinds, IReadOnlyDictionary<string, long> Faults, IReadOnlyList<double> Quantiles)
{
    internal double PerSecond => Math.Round(Requests / Seconds, 1);

    /// <summary>The time within which a part of the replies were there, in milliseconds.</summary>
    internal double Percentile(double part) => Math.Round(Quantiles[(int)Math.Min(part * Quantiles.Count, Quantiles.Count - 1)], 1);

    /// <summary>Every fault with its count; empty where there are none.</summary>
    internal string Faulty => string.Join(", ", Faults.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Value} {f.Key}"));

    /// <summary>Reads what mixed.lua wrote at its end.</summary>
    internal static LoadResult Read(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToList();
        var load = lines.Single(line => line[0] == "load");
        return new LoadResult(
            long.Parse(load[1], CultureInfo.InvariantCulture), Number(load[2]), Number(load[3]), Counts(lines, "kind"), Counts(lines, "fault"),
            [.. lines.Single(line => line[0] == "quantiles").Skip(1).Select(Number)]);
    }

    /// <summary>Several runs as if they had been one.</summary>
    internal static LoadResult Together(IReadOnlyList<LoadResult> parts)
    {
        // Each quantile stands for an equal share of its own run's replies.
        var all = parts.SelectMany(part => part.Quantiles.Select(q => (Time: q, Weight: (double)part.Requests / part.Quantiles.Count))).OrderBy(q => q.Time).ToList();
        var (requests, points, passed, at) = (parts.Sum(p => p.Requests), parts[0].Quantiles.Count, 0.0, 0);
        List<double> quantiles = [];
        foreach (var (time, weight) in all)
        {
            passed += weight;
            while (at < points && (at + 0.5) * requests / points <= passed)
            {
                quantiles.Add(time);
                at++;
            }
        }

        return new LoadResult(requests, parts.Sum(p => p.Seconds), parts.Max(p => p.Longest), Sum(parts.Select(p => p.Kinds)), Sum(parts.Select(p => p.Faults)), quantiles);
    }

    private static Dictionary<string, long> Sum(IEnumerable<IReadOnlyDictionary<string, long>> counts) =>
        counts.SelectMany(c => c).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));

    private static Dictionary<string, long> Counts(List<string[]> lines, string what) =>
        lines.Where(line => line[0] == what).ToDictionary(line => line[1], line => long.Parse(line[2], CultureInfo.InvariantCulture));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
