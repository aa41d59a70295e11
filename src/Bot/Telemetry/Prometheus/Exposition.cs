using System.Globalization;
using System.Text;

namespace Bot.Telemetry.Prometheus;

/// <summary>Prometheus' text format, version 0.0.4.</summary>
internal static class Exposition
{
    internal const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Every family with a series.</summary>
    internal static string Write(IEnumerable<Family> families)
    {
        var text = new StringBuilder(16 * 1024);
        foreach (var family in families)
        {
            List<Series> all = [.. family.All];
            if (all.Count == 0) continue;
            text.Append("# HELP ").Append(family.Name).Append(' ').Append(Help(family.Help)).Append('\n');
            text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Kind switch { SeriesKind.Counter => "counter", SeriesKind.Histogram => "histogram", _ => "gauge" }).Append('\n');
            foreach (var series in all) Write(text, family, series);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Family family, Series series)
    {
        var (value, count, buckets) = series.Read();
        if (family.Kind != SeriesKind.Histogram)
        {
            Sample(text, family.Name, series.Labels, value);
            return;
        }

        var below = 0L;
        for (var i = 0; i < buckets.Length; i++)
        {
            below += buckets[i];
            var bound = $"le=\"{(i < family.Bounds.Count ? Number(family.Bounds[i]) : "+Inf")}\"";
            Sample(text, family.Name + "_bucket", series.Labels.Length > 0 ? $"{series.Labels},{bound}" : bound, below);
        }

        Sample(text, family.Name + "_sum", series.Labels, value);
        Sample(text, family.Name + "_count", series.Labels, count);
    }

    private static void Sample(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : double.IsNaN(value) ? "NaN" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Help(string help) => help.Replace("\\", "\\\\", StringComparison.Ordinal).ReplaceLineEndings("\\n");
}
