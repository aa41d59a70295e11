using System.Text.Json;
using Bot.Agents;
using Bot.Inputs;
using Calculators.Rules;
using Microsoft.Extensions.AI;

namespace Bot.LanguageModel.Choosing;

/// <summary>What the model may choose from: of the functions that agents are offered, each calculator and the search. It never runs one; code does.</summary>
internal sealed class ToolList
{
    /// <summary>The search's argument that is looked at; the others are not the model's to fill.</summary>
    internal const string Query = "q";

    private readonly Dictionary<string, Calculator?> byName = new(StringComparer.Ordinal);

    internal ToolList(IEnumerable<AgentFunction> functions)
    {
        foreach (var function in functions)
        {
            switch (function)
            {
                case CalculatorFunction calculator:
                    byName.Add(function.Name, calculator.Calculator);
                    // Nothing is required: what the user did not say is to stay away, and is asked for by code.
                    Tools.Add(AIFunctionFactory.CreateDeclaration(function.Name, function.Description, Schema(InputSchema.Of(calculator.Calculator.Inputs, complete: false))));
                    break;
                case SearchFunction:
                    byName.Add(function.Name, null);
                    Tools.Add(AIFunctionFactory.CreateDeclaration(function.Name, function.Description, function.JsonSchema));
                    break;
            }
        }
    }

    /// <summary>The declarations, in the order of the functions.</summary>
    internal List<AITool> Tools { get; } = [];

    /// <summary>Whether there is such a tool.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="calculator">What it reckons; null for the search.</param>
    internal bool Find(string name, out Calculator? calculator) => byName.TryGetValue(name, out calculator);

    // Services differ in which of these keywords they know; types, names and labels they all know.
    private static JsonElement Schema(System.Text.Json.Nodes.JsonObject schema)
    {
        schema.Remove("$schema");
        schema.Remove("allOf");
        return JsonSerializer.SerializeToElement(schema);
    }
}
