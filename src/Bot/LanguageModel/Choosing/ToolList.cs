using System.Text.Json;
using Bot.Inputs;
using Calculators.Rules;
using Microsoft.Extensions.AI;

namespace Bot.LanguageModel.Choosing;

/// <summary>What the model may choose from: each calculator as declared, and the search. It never runs one; code does.</summary>
internal static class ToolList
{
    /// <summary>The search for clauses.</summary>
    internal const string Search = "search_clauses";

    /// <summary>The search's only argument.</summary>
    internal const string Query = "query";

    private static readonly JsonElement SearchSchema = JsonElement.Parse(
        """{"type":"object","properties":{"query":{"type":"string","description":"政策文件里会用的书面词语"}},"required":["query"],"additionalProperties":false}""");

    /// <summary>The tools, in the order of the clauses.</summary>
    internal static List<AITool> Of(IReadOnlyList<Calculator> calculators) =>
    [
        .. calculators.Select(AITool (c) => AIFunctionFactory.CreateDeclaration(c.Name, $"核算「{c.Title}」", Schema(c))),
        AIFunctionFactory.CreateDeclaration(Search, "按书面词语查找政策条文", SearchSchema),
    ];

    // Nothing is required: what the user did not say is to stay away, and is asked for by code.
    private static JsonElement Schema(Calculator calculator)
    {
        var schema = InputSchema.Of(calculator.Inputs, complete: false);
        // Services differ in which of these keywords they know; types, names and labels they all know.
        schema.Remove("$schema");
        schema.Remove("allOf");
        return JsonElement.Parse(schema.ToJsonString());
    }
}
