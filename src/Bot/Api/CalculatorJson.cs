using System.Text.Json;
using Bot.Inputs;
using Calculators.Rules;

namespace Bot.Api;

/// <summary>Writes the catalogue with the schema of each calculator's inputs.</summary>
internal static class CalculatorJson
{
    internal static void WriteList(Utf8JsonWriter json, Catalogue catalogue)
    {
        json.WriteStartObject();
        json.WriteStartArray("calculators");
        foreach (var calculator in catalogue.Calculators)
        {
            json.WriteStartObject();
            json.WriteString("name", calculator.Name);
            json.WriteString("clause", calculator.Clause);
            json.WriteString("title", calculator.Title);
            json.WritePropertyName("input");
            InputSchema.Of(calculator.Inputs).WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
