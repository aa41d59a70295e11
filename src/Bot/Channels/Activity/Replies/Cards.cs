using System.Text.Json.Nodes;

namespace Bot.Channels.Activity.Replies;

/// <summary>The few elements of an Adaptive Card that are used; all of them stand in schema 1.5.</summary>
internal static class Cards
{
    internal const string ContentType = "application/vnd.microsoft.card.adaptive";
    private const string Schema = "http://adaptivecards.io/schemas/adaptive-card.json";
    private const string Version = "1.5";

    internal static JsonObject Card(JsonArray body, JsonArray? actions = null)
    {
        var card = new JsonObject { ["$schema"] = Schema, ["type"] = "AdaptiveCard", ["version"] = Version, ["body"] = body };
        if (actions is { Count: > 0 }) card["actions"] = actions;
        return card;
    }

    internal static JsonObject Attachment(JsonObject card) => new() { ["contentType"] = ContentType, ["content"] = card };

    internal static JsonObject Text(string text, string? weight = null, string? size = null, bool subtle = false, string? spacing = null)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = Escaped(text), ["wrap"] = true };
        if (weight is not null) block["weight"] = weight;
        if (size is not null) block["size"] = size;
        if (subtle) block["isSubtle"] = true;
        if (spacing is not null) block["spacing"] = spacing;
        return block;
    }

    internal static JsonObject Facts(IEnumerable<(string Title, string Value)> facts) => new()
    {
        ["type"] = "FactSet",
        ["facts"] = new JsonArray([.. facts.Select(f => (JsonNode)new JsonObject { ["title"] = Escaped(f.Title), ["value"] = Escaped(f.Value) })]),
    };

    // A TextBlock reads a part of Markdown too.
    private static string Escaped(string text)
    {
        var escaped = new System.Text.StringBuilder(text.Length + 8);
        Markdown.Append(escaped, text);
        return escaped.ToString();
    }
}
