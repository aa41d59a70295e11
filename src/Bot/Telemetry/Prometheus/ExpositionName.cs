using System.Diagnostics.Metrics;
using System.Text;

namespace Bot.Telemetry.Prometheus;

/// <summary>From an instrument's name to the text format's, as OpenTelemetry maps them: unit and kind become suffixes.</summary>
internal static class ExpositionName
{
    internal static string Of(Instrument instrument, SeriesKind kind)
    {
        var name = Cleaned(instrument.Name, withColon: true);
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", "ms" => "_milliseconds", _ => "" };
        if (!name.EndsWith(unit, StringComparison.Ordinal)) name += unit;
        return kind == SeriesKind.Counter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    internal static string OfLabel(string name) => Cleaned(name, withColon: false);

    private static string Cleaned(string name, bool withColon)
    {
        var clean = new StringBuilder(name.Length + 1);
        foreach (var c in name) clean.Append(char.IsAsciiLetterOrDigit(c) || c == '_' || (withColon && c == ':') ? c : '_');
        if (clean.Length == 0 || char.IsAsciiDigit(clean[0])) clean.Insert(0, '_');
        return clean.ToString();
    }
}
