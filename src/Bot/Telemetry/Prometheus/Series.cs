namespace Bot.Telemetry.Prometheus;

/// <summary>What kind of figure a family is.</summary>
internal enum SeriesKind
{
    /// <summary>Only grows.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>Counted into buckets.</summary>
    Histogram,
}

/// <summary>One set of labels and what was measured under it.</summary>
/// <param name="labels">As the text format writes them.</param>
/// <param name="bounds">The upper bounds of the buckets; empty where there are none.</param>
internal sealed class Series(string labels, IReadOnlyList<double> bounds)
{
    private readonly Lock gate = new();
    private readonly long[] buckets = new long[bounds.Count + 1];
    private double value;
    private long count;

    /// <summary>The labels.</summary>
    internal string Labels => labels;

    /// <summary>Adds to a sum.</summary>
    internal void Add(double amount)
    {
        lock (gate) value += amount;
    }

    /// <summary>Takes the place of what was there.</summary>
    internal void Set(double now)
    {
        lock (gate) value = now;
    }

    /// <summary>Counts one into its bucket.</summary>
    internal void Record(double measured)
    {
        var at = 0;
        // A measurement on the bound belongs below it: le means less or equal.
        while (at < bounds.Count && measured > bounds[at]) at++;
        lock (gate)
        {
            buckets[at]++;
            count++;
            value += measured;
        }
    }

    /// <summary>Everything at one moment: the sum or the value, how many, and the buckets, each without the ones below it.</summary>
    internal (double Value, long Count, long[] Buckets) Read()
    {
        lock (gate) return (value, count, [.. buckets]);
    }
}
