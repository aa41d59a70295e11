using System.Text;
using System.Text.Json;

namespace Bot.Channels.Activity.Replies;

/// <summary>The few elements of an Adaptive Card that are used; all of them stand in schema 1.5.</summary>
internal static class Cards
{
    internal const string ContentType = "application/vnd.microsoft.card.adaptive";
    private const string Schema = "http://adaptivecards.io/schemas/adaptive-card.json";
    private const string Version = "1.5";

    /// <summary>Begins a card and its body.</summary>
    internal static void Open(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("version", Version);
        json.WriteStartArray("body");
    }

    /// <summary>Ends the body, writes the buttons where there are any, and ends the card.</summary>
    internal static void Close(Utf8JsonWriter json, params IReadOnlyList<Action<Utf8JsonWriter>> actions)
    {
        json.WriteEndArray();
        if (actions.Count > 0)
        {
            json.WriteStartArray("actions");
            foreach (var action in actions) action(json);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    internal static void Text(Utf8JsonWriter json, string text, string? weight = null, string? size = null, bool subtle = false, string? spacing = null)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextBlock");
        json.WriteString("text", Escaped(text));
        json.WriteBoolean("wrap", true);
        if (weight is not null) json.WriteString("weight", weight);
        if (size is not null) json.WriteString("size", size);
        if (subtle) json.WriteBoolean("isSubtle", true);
        if (spacing is not null) json.WriteString("spacing", spacing);
        json.WriteEndObject();
    }

    internal static void Facts(Utf8JsonWriter json, IEnumerable<(string Title, string Value)> facts)
    {
        json.WriteStartObject();
        json.WriteString("type", "FactSet");
        json.WriteStartArray("facts");
        foreach (var (title, value) in facts)
        {
            json.WriteStartObject();
            json.WriteString("title", Escaped(title));
            json.WriteString("value", Escaped(value));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A TextBlock reads a part of Markdown too.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        Markdown.Append(escaped, text);
        return escaped.ToString();
    }
}
