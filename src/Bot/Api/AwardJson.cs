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
        json.WriteObjects("shares", award.Shares, WriteShare);
        json.WriteObjects("steps", award.Steps, WriteStep);
        json.WriteObjects("unmet", award.Unmet, WriteUnmet);
        WriteCaveats(json, award.Caveats);
        if (award.NotStacked is { } others) json.WriteAmounts("notStacked", others);
        if (award.Readings.Count > 0) json.WriteObjects("readings", award.Readings, WriteReading);
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

    private static void WriteShare(Utf8JsonWriter json, Share share)
    {
        json.WriteString("payer", share.Payer);
        json.WriteMoney("amount", share.Amount);
    }

    private static void WriteStep(Utf8JsonWriter json, Step step)
    {
        json.WriteString("text", step.Text);
        if (step.Value is { } value) json.WriteMoney("value", value);
        else json.WriteNull("value");
        json.WriteQuote(step.Quote);
    }

    private static void WriteUnmet(Utf8JsonWriter json, Unmet unmet)
    {
        json.WriteString("condition", unmet.Condition);
        json.WriteString("field", unmet.Field);
        if (unmet.Gap is { } gap) json.WriteMoney("gap", Yuan.Of(gap));
        json.WriteQuote(unmet.Quote);
    }

    private static void WriteReading(Utf8JsonWriter json, Reading reading)
    {
        json.WriteString("reading", reading.Name);
        json.WriteMoney("amount", reading.Amount);
        json.WriteQuote(reading.Quote);
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
