using System.Collections.Concurrent;

namespace Bot.Telemetry.Prometheus;

/// <summary>All series of one name.</summary>
/// <param name="name">As the text format writes it.</param>
/// <param name="kind">What kind of figure it is.</param>
/// <param name="help">One line.</param>
/// <param name="bounds">The upper bounds of a histogram's buckets, ascending.</param>
/// <param name="kept">The tags that become labels; null for all.</param>
internal sealed class Family(string name, SeriesKind kind, string help, IReadOnlyList<double> bounds, IReadOnlySet<string>? kept)
{
    /// <summary>So many series a name; whatever would be more is counted together, so that no caller can fill the memory.</summary>
    internal const int MostSeries = 200;

    private const string Overflow = "overflow=\"true\"";

    // Several combinations of tags may come to the same labels.
    private const int MostCombinations = 2000;
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series> byTags = new(TagsComparer.Instance);
    private readonly ConcurrentDictionary<string, Series> byLabels = new(StringComparer.Ordinal);

    /// <summary>The name.</summary>
    internal string Name => name;

    /// <summary>The kind.</summary>
    internal SeriesKind Kind => kind;

    /// <summary>What it means.</summary>
    internal string Help => help;

    /// <summary>The upper bounds.</summary>
    internal IReadOnlyList<double> Bounds => bounds;

    /// <summary>The series, in the order of their labels.</summary>
    internal IEnumerable<Series> All => byLabels.Values.OrderBy(s => s.Labels, StringComparer.Ordinal);

    /// <summary>Forgets what was observed: what is not observed again is no more.</summary>
    internal void Clear()
    {
        byTags.Clear();
        byLabels.Clear();
    }

    /// <summary>The series of a measurement.</summary>
    internal Series Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var known = byTags.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
        if (known.TryGetValue(tags, out var series)) return series;
        var labels = LabelSet.Of(tags, kept);
        if (!byLabels.ContainsKey(labels) && byLabels.Count >= MostSeries) labels = Overflow;
        series = byLabels.GetOrAdd(labels, text => new Series(text, bounds));
        if (byTags.Count < MostCombinations) known.TryAdd(tags, series);
        return series;
    }
}
