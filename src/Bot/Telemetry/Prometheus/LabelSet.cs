using System.Globalization;
using System.Text;

namespace Bot.Telemetry.Prometheus;

/// <summary>The labels of one series as the text format writes them, sorted by name.</summary>
internal static class LabelSet
{
    private const int LongestValue = 100;

    /// <summary><c>a="1",b="2"</c>; empty where there are none.</summary>
    /// <param name="tags">As they were measured; of a name that stands twice the last one counts.</param>
    /// <param name="kept">The names that are shown; null for all.</param>
    internal static string Of(ReadOnlySpan<KeyValuePair<string, object?>> tags, IReadOnlySet<string>? kept)
    {
        if (tags.IsEmpty) return "";
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in tags)
        {
            if (kept?.Contains(name) != false) labels[ExpositionName.OfLabel(name)] = Text(value);
        }

        return string.Join(',', labels.Select(l => $"{l.Key}=\"{Escaped(l.Value)}\""));
    }

    /// <summary>Backslash, quote and line feed are what the format escapes.</summary>
    internal static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Text(object? value)
    {
        var text = value switch
        {
            null => "",
            bool truth => truth ? "true" : "false",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        if (text.Length <= LongestValue && text.IsNormalized()) return text;
        var cut = new StringBuilder(LongestValue);
        foreach (var rune in text.EnumerateRunes())
        {
            if (cut.Length + rune.Utf16SequenceLength > LongestValue) break;
            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }
}
