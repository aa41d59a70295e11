using System.Text.Json;
using Calculators.Money;
using Calculators.Rules;

namespace Bot.Channels.Activity.Replies;

/// <summary>Awards as Adaptive Cards, from the answer's own JSON: the same whether it was just given or is read back from the store.</summary>
internal sealed class AwardCard(Catalogue catalogue)
{
    /// <summary>What it comes to, with 详情 and the follow-ups behind buttons.</summary>
    internal void Brief(Utf8JsonWriter json, JsonElement answer, ClientKind client)
    {
        OpenWithAwards(json, answer, isWhole: false);
        var actions = new CardActions(client);
        Cards.Close(json, [json => actions.Details(json, answer.GetProperty("answerId").GetString()!), .. actions.FollowUps(Strings(answer, "suggestions"))]);
    }

    /// <summary>Everything: steps, shares, what is unmet, what else to know, and the words of the clauses.</summary>
    internal void Details(Utf8JsonWriter json, JsonElement answer, ClientKind client)
    {
        OpenWithAwards(json, answer, isWhole: true);
        Cards.Close(json, [.. new CardActions(client).FollowUps(Strings(answer, "suggestions"))]);
    }

    private void OpenWithAwards(Utf8JsonWriter json, JsonElement answer, bool isWhole)
    {
        Cards.Open(json);
        var first = true;
        foreach (var award in answer.GetProperty("awards").EnumerateArray())
        {
            AddHead(json, award, first);
            first = false;
            if (!isWhole) continue;
            AddValidity(json, award);
            AddSteps(json, award);
            AddShares(json, award);
            AddUnmet(json, award);
            AddFurther(json, award);
            AddSources(json, award);
        }
    }

    private void AddHead(Utf8JsonWriter json, JsonElement award, bool first)
    {
        Cards.Text(json, catalogue.Find(award.GetProperty("calculator").GetString()!)?.Title ?? "核算结果", weight: "Bolder", spacing: first ? null : "Large");
        Cards.Text(json, Outcome(award), size: "Large", spacing: "Small");
    }

    private static void AddValidity(Utf8JsonWriter json, JsonElement award)
    {
        if (award.GetProperty("validity") is { ValueKind: JsonValueKind.Object } validity && validity.GetProperty("status").GetString() != "in-force")
            Cards.Text(json, validity.GetProperty("note").GetString()!, subtle: true, spacing: "Small");
    }

    private static string Outcome(JsonElement award)
    {
        if (award.TryGetProperty("places", out var places) && award.GetProperty("eligible").GetBoolean()) return $"每年{places.GetRawText()}个名额";
        if (!award.GetProperty("eligible").GetBoolean()) return "暂不符合条件";
        // Conditions alone were checked: there is no amount to show.
        if (Money(award.GetProperty("amount")) is not { Amount: > 0 } amount) return "符合已核对的条件";
        return award.GetProperty("isCeiling").GetBoolean() ? $"不超过{amount.Chinese()}" : amount.Chinese();
    }

    private static void AddSteps(Utf8JsonWriter json, JsonElement award) => AddLines(json, "计算过程", award.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("text").GetString()!));

    private static void AddShares(Utf8JsonWriter json, JsonElement award)
    {
        var facts = award.GetProperty("shares").EnumerateArray().Select(s => (s.GetProperty("payer").GetString()!, Money(s.GetProperty("amount")).Chinese())).ToList();
        if (award.TryGetProperty("firstYearCeiling", out var firstYear)) facts.Add(("首年不超过", Money(firstYear).Chinese()));
        if (award.TryGetProperty("remainder", out var remainder)) facts.Add(("其余不超过", Money(remainder).Chinese()));
        if (facts.Count == 0) return;
        Cards.Text(json, "资金承担与拨付", weight: "Bolder", spacing: "Medium");
        Cards.Facts(json, facts);
    }

    private static void AddUnmet(Utf8JsonWriter json, JsonElement award) =>
        AddLines(json, "未满足的条件", award.GetProperty("unmet").EnumerateArray().Select(u => u.GetProperty("condition").GetString()!));

    private static void AddFurther(Utf8JsonWriter json, JsonElement award)
    {
        var lines = Strings(award, "caveats").ToList();
        if (award.TryGetProperty("next", out var next)) lines.Insert(0, next.GetProperty("text").GetString()!);
        if (award.TryGetProperty("readings", out var readings))
            lines.AddRange(readings.EnumerateArray().Select(r => $"{r.GetProperty("reading").GetString()}：{Money(r.GetProperty("amount")).Chinese()}"));
        AddLines(json, "提示", lines);
    }

    private static void AddSources(Utf8JsonWriter json, JsonElement award) => AddLines(
        json,
        "依据",
        award.GetProperty("citations").EnumerateArray().Select(
            c => $"{c.GetProperty("document").GetString()} {c.GetProperty("heading").GetString()}：「{c.GetProperty("quote").GetString()}」"));

    private static void AddLines(Utf8JsonWriter json, string title, IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (first) Cards.Text(json, title, weight: "Bolder", spacing: "Medium");
            Cards.Text(json, line, spacing: "Small");
            first = false;
        }
    }

    private static IReadOnlyList<string> Strings(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(s => s.GetString()!)];

    private static Yuan Money(JsonElement number) =>
        Yuan.TryParse(number.GetRawText(), out var yuan) ? yuan : throw new FormatException("A recorded amount is no amount.");
}
