using System.Text.Json.Nodes;
using Calculators.Money;
using Calculators.Rules;

namespace Bot.Inputs;

/// <summary>Declarations → JSON Schema 2020-12. <c>x-question</c> and <c>x-unit</c> are for forms.</summary>
internal static class InputSchema
{
    /// <summary>The schema of an object with these inputs.</summary>
    /// <param name="inputs">The declarations.</param>
    /// <param name="complete">Whether required inputs are required; in a profile none is.</param>
    internal static JsonObject Of(IReadOnlyList<Input> inputs, bool complete = true)
    {
        var properties = new JsonObject();
        foreach (var input in inputs) properties[input.Name] = Property(input);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = Strings(inputs.Where(i => complete && i.Required && i.OnlyWhere is null).Select(i => i.Name)),
            ["additionalProperties"] = false,
        };
        JsonNode[] ties = [.. inputs.Where(i => i.OnlyWhere is not null).Select(i => Tie(i, i.OnlyWhere!, complete))];
        if (ties.Length > 0) schema["allOf"] = new JsonArray(ties);
        return schema;
    }

    private static JsonObject Property(Input input)
    {
        var property = Kind(input);
        property["description"] = input.Label;
        property["x-question"] = input.Question;
        return property;
    }

    private static JsonObject Kind(Input input)
    {
        switch (input)
        {
            case MoneyInput money:
                var amount = Money();
                if (!money.Required) amount["default"] = money.Default.Amount;
                return amount;
            case CountInput count:
                var number = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = int.MaxValue };
                if (count.Units is [var unit, ..]) number["x-unit"] = unit;
                if (!count.Required) number["default"] = count.Default;
                return number;
            case YesNoInput yesNo:
                var truth = new JsonObject { ["type"] = "boolean", ["x-answers"] = Strings([yesNo.Answers.Yes, yesNo.Answers.No]) };
                if (!yesNo.Required) truth["default"] = yesNo.Default;
                return truth;
            case ChoiceInput choice:
                return new JsonObject
                {
                    ["type"] = "string",
                    ["enum"] = Strings(choice.Options.Select(o => o.Value)),
                    ["oneOf"] = new JsonArray([.. choice.Options.Select(o => new JsonObject { ["const"] = o.Value, ["title"] = o.Label })]),
                };
            case DateInput:
                return new JsonObject { ["type"] = "string", ["format"] = "date" };
            case AwardListInput:
                return Awards();
            default:
                throw new NotSupportedException($"{input.Name}: no schema for a {input.GetType().Name}.");
        }
    }

    private static JsonObject Money() => new()
    {
        ["type"] = "number",
        ["minimum"] = 0,
        ["maximum"] = Yuan.Greatest.Amount,
        ["multipleOf"] = 0.01m,
        ["x-unit"] = "元",
    };

    private static JsonObject Awards() => new()
    {
        ["type"] = "array",
        ["minItems"] = 1,
        ["maxItems"] = Expected.LongestList,
        ["items"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["name"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = Expected.LongestName, ["description"] = "名称" },
                ["amount"] = With(Money(), "description", "金额"),
            },
            ["required"] = Strings(["name", "amount"]),
            ["additionalProperties"] = false,
        },
    };

    private static JsonObject Tie(Input input, OnlyWhere only, bool complete)
    {
        JsonObject Choice(JsonObject test) => new()
        {
            ["properties"] = new JsonObject { [only.Choice.Name] = test },
            ["required"] = Strings([only.Choice.Name]),
        };

        // In a profile the choice may be absent, and the input may then stand; it is refused only beside another choice.
        return complete
            ? new JsonObject
            {
                ["if"] = Choice(new JsonObject { ["const"] = only.Value }),
                ["then"] = input.Required ? new JsonObject { ["required"] = Strings([input.Name]) } : new JsonObject(),
                ["else"] = new JsonObject { ["properties"] = new JsonObject { [input.Name] = Never() } },
            }
            : new JsonObject
            {
                ["if"] = Choice(new JsonObject { ["not"] = new JsonObject { ["const"] = only.Value } }),
                ["then"] = new JsonObject { ["properties"] = new JsonObject { [input.Name] = Never() } },
            };
    }

    // The same as false, which the OpenAPI library does not read.
    private static JsonObject Never() => new() { ["not"] = new JsonObject() };

    private static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(v => JsonValue.Create(v))];

    private static JsonObject With(JsonObject schema, string name, string value)
    {
        schema[name] = value;
        return schema;
    }
}
