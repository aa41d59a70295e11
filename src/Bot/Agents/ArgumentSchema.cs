using System.Text.Json.Nodes;
using Bot.Api;

namespace Bot.Agents;

/// <summary>The schemas of the functions that are no calculators.</summary>
internal static class ArgumentSchema
{
    /// <summary>An object with these properties and nothing else.</summary>
    internal static JsonObject Of(IReadOnlyList<string> required, JsonObject properties) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["type"] = "object",
        ["properties"] = properties,
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
        ["additionalProperties"] = false,
    };

    /// <summary>Text that somebody wrote.</summary>
    internal static JsonObject Text(string description, int longest = AskBody.LongestText) =>
        new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest, ["description"] = description };

    /// <summary>The date for which a call is answered.</summary>
    internal static JsonObject AsOf() =>
        new() { ["type"] = "string", ["format"] = "date", ["description"] = "按哪一天判断有效期，形如 2025-10-27，不写为今天" };
}
