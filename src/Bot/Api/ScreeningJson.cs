using System.Text.Json;
using Bot.Answering;
using Calculators.Rules;
using Calculators.Screening;

namespace Bot.Api;

/// <summary>Writes what a profile meets, nearly meets, misses and leaves open.</summary>
internal static class ScreeningJson
{
    internal static void Write(Utf8JsonWriter json, ScreeningResult result, Catalogue catalogue, CitationFactory citations, DateOnly asOf)
    {
        json.WriteStartObject();
        json.WriteStartArray("awards");
        foreach (var (award, nearlyMet) in result.Awards)
            AwardJson.Write(json, citations.Cite(award, catalogue.Find(award.Calculator)!, asOf), nearlyMet);
        json.WriteEndArray();
        json.WriteObjects("undecided", result.Undecided, static (json, undecided) =>
        {
            json.WriteString("calculator", undecided.Calculator.Name);
            json.WriteStrings("missing", undecided.Missing.Select(i => i.Name));
        });
        json.WriteMoney("total", result.Total);
        AwardJson.WriteCaveats(json, result.Caveats);
        json.WriteEndObject();
    }
}
