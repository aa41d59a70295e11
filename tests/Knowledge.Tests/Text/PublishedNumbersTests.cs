using System.Globalization;
using System.Text.Json;
using Knowledge.Text;

namespace Knowledge.Tests.Text;

public class PublishedNumbersTests
{
    // What is read differently on purpose; docs/numbers.md gives the reason for each.
    private static readonly Dictionary<string, string> KnownDifferences = new()
    {
        ["找出酒精量在5-20%之间的产品"] = "a range is one reading whose value is its lower end, 5 % … 20 %",
    };

    [Fact]
    public void The_published_facts_about_Chinese_numbers_hold()
    {
        var facts = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "eval", "chinese-numbers.jsonl"))
            .Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var missed = facts.Where(fact => !Holds(fact)).Select(fact => fact.GetProperty("text").GetString()!).ToList();
        Assert.True(facts.Count > 300);
        Assert.Equal(KnownDifferences.Keys.Order(StringComparer.Ordinal), missed.Order(StringComparer.Ordinal));
    }

    private static bool Holds(JsonElement fact)
    {
        var readings = NumberReader.Read(fact.GetProperty("text").GetString()!);
        var kind = fact.GetProperty("kind").GetString();
        var values = kind == "vague" ? [Parse(fact.GetProperty("base"))] : fact.GetProperty("values").EnumerateArray().Select(Parse).ToArray();
        if (kind == "vague" && readings.Any(reading => reading.IsExact)) return false;
        var wanted = kind switch { "money" => NumberKind.Money, "percent" => NumberKind.Percent, _ => (NumberKind?)null };
        if (!readings.Where(reading => wanted is null || reading.Kind == wanted).Select(reading => reading.Value).SequenceEqual(values)) return false;
        return !fact.TryGetProperty("probe", out var probe) || NumberReader.Read(probe.GetString()!) is [var one] && one.Value == values[0];
    }

    private static decimal Parse(JsonElement text) => decimal.Parse(text.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture);
}
