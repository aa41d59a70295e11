using System.Text.Json;
using Bot.Answering;
using Calculators.Money;
using Calculators.Rules;

namespace Bot.Channels.Activity.Replies;

/// <summary>Awards as Adaptive Cards: in short beside the answer that was just given, whole from its JSON, which is read back from the store.</summary>
internal sealed class AwardCard(Catalogue catalogue)
{
    /// <summary>What it comes to, with 详情 and the follow-ups behind buttons.</summary>
    internal void Brief(Utf8JsonWriter json, Answer answer, ClientKind client)
    {
        Cards.Open(json);
        for (var i = 0; i < answer.Awards.Count; i++) AddHead(json, AwardHead.Of(answer.Awards[i].Award), i == 0);
        var actions = new CardActions(client);
        Cards.OpenActions(json);
        actions.Details(json, answer.AnswerId);
        actions.FollowUps(json, answer.Suggestions);
        Cards.CloseActions(json);
    }

    /// <summary>Everything: steps, shares, what is unmet, what else to know, and the words of the clauses.</summary>
    internal void Details(Utf8JsonWriter json, JsonElement answer, ClientKind client)
    {
        Cards.Open(json);
        var first = true;
        foreach (var award in answer.GetProperty("awards").EnumerateArray())
        {
            AddHead(json, AwardHead.Of(award), first);
            AddValidity(json, award);
            AddSteps(json, award);
            AddShares(json, award);
            AddUnmet(json, award);
            AddFurther(json, award);
            AddSources(json, award);
            first = false;
        }

        if (Strings(answer, "suggestions") is not { Count: > 0 } suggestions)
        {
            Cards.Close(json);
            return;
        }

        Cards.OpenActions(json);
        new CardActions(client).FollowUps(json, suggestions);
        Cards.CloseActions(json);
    }

    private void AddHead(Utf8JsonWriter json, AwardHead award, bool first)
    {
        Cards.Text(json, catalogue.Find(award.Calculator)?.Title ?? "核算结果", weight: "Bolder", spacing: first ? null : "Large");
        Cards.Text(json, award.Outcome(), size: "Large", spacing: "Small");
    }

    private static void AddValidity(Utf8JsonWriter json, JsonElement award)
    {
        if (award.GetProperty("validity") is { ValueKind: JsonValueKind.Object } validity && validity.GetProperty("status").GetString() != "in-force")
            Cards.Text(json, validity.GetProperty("note").GetString()!, subtle: true, spacing: "Small");
    }

    private static void AddSteps(Utf8JsonWriter json, JsonElement award) => AddLines(json, "计算过程", award.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("text").GetString()!));

    private static void AddShares(Utf8JsonWriter json, JsonElement award)
    {
        var facts = award.GetProperty("shares").EnumerateArray().Select(s => (s.GetProperty("payer").GetString()!, AwardHead.Money(s.GetProperty("amount")).Chinese())).ToList();
        if (award.TryGetProperty("firstYearCeiling", out var firstYear)) facts.Add(("首年不超过", AwardHead.Money(firstYear).Chinese()));
        if (award.TryGetProperty("remainder", out var remainder)) facts.Add(("其余不超过", AwardHead.Money(remainder).Chinese()));
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
            lines.AddRange(readings.EnumerateArray().Select(r => $"{r.GetProperty("reading").GetString()}：{AwardHead.Money(r.GetProperty("amount")).Chinese()}"));
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
}
