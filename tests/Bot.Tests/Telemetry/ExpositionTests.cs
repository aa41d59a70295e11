using System.Diagnostics.Metrics;
using Bot.Telemetry;
using Bot.Telemetry.Prometheus;

namespace Bot.Tests.Telemetry;

/// <summary>How any instrument of our meter is shown.</summary>
public sealed class ExpositionTests : IDisposable
{
    private readonly object scope = new();
    private readonly Meter meter;
    private readonly Collector collector;

    public ExpositionTests()
    {
        meter = new Meter(Figures.Name, null, null, scope);
        collector = new Collector(scope);
    }

    public void Dispose()
    {
        collector.Dispose();
        meter.Dispose();
    }

    [Fact]
    public void A_counter_made_anywhere_on_our_meter_is_shown_by_itself()
    {
        meter.CreateCounter<int>("test.model.tokens", "{token}", "Two\nlines and a \\.").Add(7, new KeyValuePair<string, object?>("model.name", "a\"b\\c\nd"));
        var family = Read()["test_model_tokens_total"];
        Assert.Equal(("counter", "Two\\nlines and a \\\\."), (family.Type, family.Help));
        Assert.Equal("a\"b\\c\nd", Assert.Single(family.Samples).Labels["model_name"]);
        Assert.Equal(7, family.Samples[0].Value);
    }

    [Fact]
    public void Units_become_suffixes_and_gauges_go_down_again()
    {
        var size = meter.CreateUpDownCounter<long>("test.size", "By");
        size.Add(10);
        size.Add(-4);
        var level = meter.CreateGauge<double>("test.level", "s");
        level.Record(9);
        level.Record(2.5);
        Assert.Equal(("gauge", 6), (Read()["test_size_bytes"].Type, Read()["test_size_bytes"].Samples[0].Value));
        Assert.Equal(2.5, Read()["test_level_seconds"].Samples[0].Value);
    }

    [Fact]
    public void A_histogram_counts_what_is_on_a_bound_below_it()
    {
        var waits = meter.CreateHistogram("test.wait", "s", null, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        foreach (var wait in new[] { 0.1, 0.2, 1, 30 }) waits.Record(wait, new KeyValuePair<string, object?>("door", "x"));
        var samples = Read()["test_wait_seconds"].Samples;
        Assert.Equal([1d, 3, 4], samples.Where(s => s.Name.EndsWith("_bucket", StringComparison.Ordinal)).Select(s => s.Value));
        Assert.Equal(31.3, samples.Single(s => s.Name.EndsWith("_sum", StringComparison.Ordinal)).Value, 6);
    }

    [Fact]
    public void The_same_labels_in_another_order_are_one_series()
    {
        var counter = meter.CreateCounter<int>("test.order");
        counter.Add(1, new("a", "1"), new("b", 2));
        counter.Add(1, new("b", 2), new("a", "1"));
        Assert.Equal(2, Assert.Single(Read()["test_order_total"].Samples).Value);
    }

    [Fact]
    public void However_many_labels_a_caller_thinks_of_the_series_stay_few_and_none_is_lost()
    {
        var counter = meter.CreateCounter<int>("test.many");
        for (var i = 0; i < 5000; i++) counter.Add(1, new KeyValuePair<string, object?>("name", new string('x', 300) + i));
        for (var i = 0; i < 5000; i++) counter.Add(1, new KeyValuePair<string, object?>("name", i));
        var samples = Read()["test_many_total"].Samples;
        Assert.Equal(10_000, samples.Sum(s => s.Value));
        Assert.InRange(samples.Count, 2, Family.MostSeries + 1);
        Assert.Contains(samples, s => s.Labels.ContainsKey("overflow"));
        Assert.All(samples.SelectMany(s => s.Labels.Values), v => Assert.InRange(v.Length, 1, 100));
    }

    [Fact]
    public void What_is_no_longer_observed_is_no_longer_shown()
    {
        var version = "first";
        meter.CreateObservableGauge("test.info", () => new Measurement<int>(1, new KeyValuePair<string, object?>("version", version)));
        Assert.Equal("first", Assert.Single(Read()["test_info"].Samples).Labels["version"]);
        version = "second";
        Assert.Equal("second", Assert.Single(Read()["test_info"].Samples).Labels["version"]);
    }

    private IReadOnlyDictionary<string, MetricFamily> Read()
    {
        var text = "";
        collector.Read(families => text = Exposition.Write(families));
        return ExpositionParser.Parse(text);
    }
}
