using System.Globalization;
using System.Text;

namespace Bot.Tests.Telemetry;

/// <summary>One line of figures.</summary>
internal sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value);

/// <summary>All samples of one name.</summary>
internal sealed record MetricFamily(string Name, string Type, string Help, List<Sample> Samples);

/// <summary>Reads Prometheus' text format and takes nothing that the format's own rules forbid.</summary>
internal sealed class ExpositionParser
{
    private readonly Dictionary<string, MetricFamily> families = new(StringComparer.Ordinal);
    private MetricFamily? open;

    internal static IReadOnlyDictionary<string, MetricFamily> Parse(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        var parser = new ExpositionParser();
        string? help = null;
        foreach (var line in text[..^1].Split('\n'))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal)) help = line[7..];
            else if (line.StartsWith("# TYPE ", StringComparison.Ordinal)) parser.Begin(line[7..].Split(' '), help ?? throw new FormatException($"No HELP before {line}"));
            else parser.Take(line);
        }

        foreach (var family in parser.families.Values) Check(family);
        return parser.families;
    }

    private static void Check(MetricFamily family)
    {
        Assert.NotEmpty(family.Samples);
        var keys = family.Samples.Select(s => s.Name + "{" + string.Join(',', s.Labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}")) + "}").ToList();
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
        if (family.Type == "counter") Assert.All(family.Samples, s => Assert.True(s.Value >= 0 && s.Name.EndsWith("_total", StringComparison.Ordinal), s.Name));
        if (family.Type != "histogram") return;
        foreach (var series in family.Samples.GroupBy(s => string.Join(',', s.Labels.Where(l => l.Key != "le").Select(l => $"{l.Key}={l.Value}")), StringComparer.Ordinal))
        {
            List<Sample> buckets = [.. series.Where(s => s.Name == family.Name + "_bucket")];
            Assert.Equal("+Inf", buckets[^1].Labels["le"]);
            for (var i = 1; i < buckets.Count; i++)
            {
                Assert.True(buckets[i].Value >= buckets[i - 1].Value);
                Assert.True(Number(buckets[i].Labels["le"]) > Number(buckets[i - 1].Labels["le"]));
            }

            Assert.Equal(buckets[^1].Value, series.Single(s => s.Name == family.Name + "_count").Value);
            Assert.Single(series, s => s.Name == family.Name + "_sum");
        }
    }

    private void Begin(string[] words, string help)
    {
        Assert.Equal(2, words.Length);
        Assert.True(IsName(words[0], colon: true), words[0]);
        Assert.Contains(words[1], (string[])["counter", "gauge", "histogram"]);
        Assert.StartsWith(words[0] + " ", help, StringComparison.Ordinal);
        // A family stands in one piece.
        Assert.True(families.TryAdd(words[0], open = new MetricFamily(words[0], words[1], help[(words[0].Length + 1)..], [])), words[0]);
    }

    private void Take(string line)
    {
        var at = line.IndexOfAny(['{', ' ']);
        var name = line[..at];
        Assert.True(IsName(name, colon: true), line);
        string[] suffixes = open!.Type == "histogram" ? ["_bucket", "_sum", "_count"] : [""];
        Assert.Contains(name, suffixes.Select(s => open.Name + s));
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        if (line[at] == '{')
        {
            at++;
            while (line[at] != '}') ReadLabel(line, ref at, labels);
            at++;
        }

        Assert.Equal(' ', line[at]);
        open.Samples.Add(new Sample(name, labels, Number(line[(at + 1)..])));
    }

    private static void ReadLabel(string line, ref int at, Dictionary<string, string> labels)
    {
        if (labels.Count > 0) Assert.Equal(',', line[at++]);
        var equals = line.IndexOf('=', at);
        var name = line[at..equals];
        Assert.True(IsName(name, colon: false), line);
        Assert.Equal('"', line[equals + 1]);
        var value = new StringBuilder();
        for (at = equals + 2; line[at] != '"'; at++)
        {
            if (line[at] != '\\')
            {
                value.Append(line[at]);
                continue;
            }

            value.Append(line[++at] switch { '\\' => '\\', '"' => '"', 'n' => '\n', _ => throw new FormatException(line) });
        }

        at++;
        Assert.True(labels.TryAdd(name, value.ToString()), line);
    }

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        "NaN" => double.NaN,
        _ => double.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture),
    };

    private static bool IsName(string name, bool colon) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_' || (colon && c == ':'));
}
