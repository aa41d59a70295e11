using System.Text.Json.Nodes;
using Calculators.Rules;

namespace Bot.Tests.Support;

/// <summary>Right inputs for any calculator, made from its declaration.</summary>
internal static class Samples
{
    /// <summary>A body for each option of each choice, and for yes and no.</summary>
    internal static IEnumerable<JsonObject> Of(Calculator calculator)
    {
        var most = calculator.Inputs.OfType<ChoiceInput>().Select(c => c.Options.Count).Append(2).Max();
        return Enumerable.Range(0, most).Select(turn => Body(calculator, turn));
    }

    private static JsonObject Body(Calculator calculator, int turn)
    {
        var body = new JsonObject();
        foreach (var input in calculator.Inputs)
        {
            if (input.OnlyWhere is { } only && (string?)body[only.Choice.Name] != only.Value) continue;
            body[input.Name] = Value(input, turn);
        }

        return body;
    }

    private static JsonNode Value(Input input, int turn) => input switch
    {
        MoneyInput => input.Required ? 120000000.5m + turn : 0,
        CountInput => input.Required ? 25 - turn : 0,
        YesNoInput => turn == 0,
        ChoiceInput choice => choice.Options[turn % choice.Options.Count].Value,
        DateInput => "2025-10-20",
        AwardListInput => new JsonArray(new JsonObject { ["name"] = "甲", ["amount"] = 10000 }, new JsonObject { ["name"] = "乙", ["amount"] = 20000.5m }),
        _ => throw new NotSupportedException($"No sample for a {input.GetType().Name}."),
    };
}
