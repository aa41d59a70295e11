using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Bot.Telemetry.Prometheus;

/// <summary>Listens to our meter, the web host's and the runtime's, and keeps what they measure.</summary>
internal sealed class Collector : IDisposable
{
    private static readonly double[] DefaultBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    // The web host's other tags would only multiply the series.
    private static readonly HashSet<string> RequestTags = new(StringComparer.Ordinal) { "http.request.method", "http.route", "http.response.status_code" };
    private readonly IReadOnlyList<object> scopes;
    private readonly ConcurrentDictionary<string, Family> families = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Family, bool> observed = new();
    private readonly MeterListener listener = new();
    private readonly Lock reading = new();

    /// <param name="scopes">The scopes whose instruments are this host's; those without a scope are the whole process's.</param>
    internal Collector(params IReadOnlyList<object> scopes)
    {
        this.scopes = scopes;
        listener.InstrumentPublished = Publish;
        listener.SetMeasurementEventCallback<byte>(static (instrument, value, tags, state) => Take(instrument, value, tags, state));
        listener.SetMeasurementEventCallback<short>(static (instrument, value, tags, state) => Take(instrument, value, tags, state));
        listener.SetMeasurementEventCallback<int>(static (instrument, value, tags, state) => Take(instrument, value, tags, state));
        listener.SetMeasurementEventCallback<long>(static (instrument, value, tags, state) => Take(instrument, value, tags, state));
        listener.SetMeasurementEventCallback<float>(static (instrument, value, tags, state) => Take(instrument, value, tags, state));
        listener.SetMeasurementEventCallback<double>(static (instrument, value, tags, state) => Take(instrument, value, tags, state));
        listener.Start();
    }

    /// <summary>Every family as it is now, in the order of their names.</summary>
    /// <param name="show">Is given them before the next one may ask.</param>
    internal void Read(Action<IEnumerable<Family>> show)
    {
        lock (reading)
        {
            foreach (var family in observed.Keys) family.Clear();
            listener.RecordObservableInstruments();
            show(families.Values.OrderBy(f => f.Name, StringComparer.Ordinal));
        }
    }

    /// <summary>A family by its name in the text format; null where nothing of that name was measured.</summary>
    internal Family? Find(string name) => families.GetValueOrDefault(name);

    /// <inheritdoc />
    public void Dispose() => listener.Dispose();

    private static void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var family = (Family)state!;
        var series = family.Find(tags);
        if (family.Kind == SeriesKind.Histogram) series.Record(value);
        else if (instrument.IsObservable || family.Kind == SeriesKind.Gauge && IsSetting(instrument)) series.Set(value);
        else series.Add(value);
    }

    private static bool IsSetting(Instrument instrument) => instrument.GetType().GetGenericTypeDefinition() == typeof(Gauge<>);

    private static SeriesKind KindOf(Instrument instrument)
    {
        var type = instrument.GetType().GetGenericTypeDefinition();
        return type == typeof(Histogram<>) ? SeriesKind.Histogram
            : type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? SeriesKind.Counter
            : SeriesKind.Gauge;
    }

    private static IReadOnlyList<double> BoundsOf(Instrument instrument) => instrument switch
    {
        Instrument<double> { Advice.HistogramBucketBoundaries: { } given } => given,
        Instrument<long> { Advice.HistogramBucketBoundaries: { } given } => [.. given.Select(b => (double)b)],
        Instrument<int> { Advice.HistogramBucketBoundaries: { } given } => [.. given.Select(b => (double)b)],
        _ => DefaultBounds,
    };

    private void Publish(Instrument instrument, MeterListener publisher)
    {
        if (!IsWanted(instrument)) return;
        var kind = KindOf(instrument);
        var name = ExpositionName.Of(instrument, kind);
        var isRequest = instrument.Meter.Name != Figures.Name;
        var family = families.GetOrAdd(name, _ => new Family(
            name, kind, instrument.Description ?? "", kind == SeriesKind.Histogram ? BoundsOf(instrument) : [], isRequest && instrument.Name.StartsWith("http.", StringComparison.Ordinal) ? RequestTags : null));
        if (family.Kind != kind) throw new InvalidOperationException($"{instrument.Name} is measured as two kinds of figures.");
        if (instrument.IsObservable) observed.TryAdd(family, true);
        publisher.EnableMeasurementEvents(instrument, family);
    }

    private bool IsWanted(Instrument instrument) =>
        (instrument.Meter.Scope is not { } scope || scopes.Contains(scope))
        && instrument.Meter.Name switch
        {
            Figures.Name => true,
            "Microsoft.AspNetCore.Hosting" => instrument.Name == "http.server.request.duration" || instrument.Name == "http.server.active_requests",
            "Microsoft.AspNetCore.Server.Kestrel" => instrument.Name is "kestrel.active_connections" or "kestrel.queued_connections" or "kestrel.rejected_connections",
            "System.Runtime" => instrument.Name.StartsWith("dotnet.gc.", StringComparison.Ordinal) || instrument.Name.StartsWith("dotnet.process.", StringComparison.Ordinal) || instrument.Name is "dotnet.thread_pool.thread.count" or "dotnet.thread_pool.queue.length" or "dotnet.exceptions",
            _ => false,
        };
}
