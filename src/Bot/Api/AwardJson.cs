using System.Text.Json;
using Bot.Answering;
using Calculators.Awards;
using Calculators.Money;

namespace Bot.Api;

/// <summary>Writes an award as the contract shows it.</summary>
internal static class AwardJson
{
    /// <summary>Writes the award as an object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="cited">The award.</param>
    /// <param name="nearlyMet">In a screening, whether exactly one condition is unmet; null elsewhere.</param>
    internal static void Write(Utf8JsonWriter json, CitedAward cited, bool? nearlyMet = null)
    {
        var award = cited.Award;
        json.WriteStartObject();
        json.WriteString("calculator", award.Calculator);
        json.WriteBoolean("eligible", award.Eligible);
        if (nearlyMet is { } nearly) json.WriteBoolean("nearlyMet", nearly);
        json.WriteMoney("amount", award.Amount);
        json.WriteBoolean("isCeiling", award.IsCeiling);
        if (award.FirstYearCeiling is { } firstYear) json.WriteMoney("firstYearCeiling", firstYear);
        if (award.Remainder is { } remainder) json.WriteMoney("remainder", remainder);
        if (award.Places is { } places) json.WriteNumber("places", places);
        WriteShares(json, award.Shares);
        WriteSteps(json, award.Steps);
        WriteUnmet(json, award.Unmet);
        WriteCaveats(json, award.Caveats);
        if (award.NotStacked is { } others) WriteNotStacked(json, others);
        if (award.Readings.Count > 0) WriteReadings(json, award.Readings);
        if (award.Next is { } next) WriteNext(json, next);
        CitationJson.Write(json, "citations", cited.Citations);
        CitationJson.Write(json, "validity", cited.Validity);
        json.WriteEndObject();
    }

    /// <summary>Writes caveats as their sentences.</summary>
    internal static void WriteCaveats(Utf8JsonWriter json, IReadOnlyList<Caveat> caveats)
    {
        json.WriteStartArray("caveats");
        foreach (var caveat in caveats) json.WriteStringValue(caveat.Text);
        json.WriteEndArray();
    }

    private static void WriteShares(Utf8JsonWriter json, IReadOnlyList<Share> shares)
    {
        json.WriteStartArray("shares");
        foreach (var share in shares)
        {
            json.WriteStartObject();
            json.WriteString("payer", share.Payer);
            json.WriteMoney("amount", share.Amount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSteps(Utf8JsonWriter json, IReadOnlyList<Step> steps)
    {
        json.WriteStartArray("steps");
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteString("text", step.Text);
            if (step.Value is { } value) json.WriteMoney("value", value);
            else json.WriteNull("value");
            json.WriteQuote(step.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteUnmet(Utf8JsonWriter json, IReadOnlyList<Unmet> unmet)
    {
        json.WriteStartArray("unmet");
        foreach (var condition in unmet)
        {
            json.WriteStartObject();
            json.WriteString("condition", condition.Condition);
            json.WriteString("field", condition.Field);
            if (condition.Gap is { } gap) json.WriteMoney("gap", Yuan.Of(gap));
            json.WriteQuote(condition.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNotStacked(Utf8JsonWriter json, IReadOnlyList<Calculators.Rules.NamedAmount> others)
    {
        json.WriteStartArray("notStacked");
        foreach (var other in others)
        {
            json.WriteStartObject();
            json.WriteString("name", other.Name);
            json.WriteMoney("amount", other.Amount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReadings(Utf8JsonWriter json, IReadOnlyList<Reading> readings)
    {
        json.WriteStartArray("readings");
        foreach (var reading in readings)
        {
            json.WriteStartObject();
            json.WriteString("reading", reading.Name);
            json.WriteMoney("amount", reading.Amount);
            json.WriteQuote(reading.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNext(Utf8JsonWriter json, NextTier next)
    {
        json.WriteStartObject("next");
        json.WriteString("field", next.Field);
        json.WriteMoney("needed", Yuan.Of(next.Needed));
        json.WriteMoney("amount", next.Amount);
        json.WriteString("text", next.Text);
        json.WriteEndObject();
    }
}
