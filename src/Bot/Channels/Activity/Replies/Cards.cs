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

    /// <summary>Ends the body and a card without buttons.</summary>
    internal static void Close(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Ends the body and begins the buttons, of which there is one at least.</summary>
    internal static void OpenActions(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteStartArray("actions");
    }

    /// <summary>Ends the buttons and the card.</summary>
    internal static void CloseActions(Utf8JsonWriter json) => Close(json);

    internal static void Text(Utf8JsonWriter json, string text, string? weight = null, string? size = null, bool subtle = false, string? spacing = null)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextBlock");
        // A TextBlock reads a part of Markdown too.
        Markdown.WriteString(json, "text", text);
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
            Markdown.WriteString(json, "title", title);
            Markdown.WriteString(json, "value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
