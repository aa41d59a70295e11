using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity.Replies;

/// <summary>The envelope of everything that goes back: addressed the other way round, the conversation unchanged.</summary>
internal static class ReplyActivity
{
    internal static JsonObject Of(IncomingActivity incoming, string type) => ReplyJson.Tree(json =>
    {
        Open(json, incoming, type);
        json.WriteEndObject();
    });

    /// <summary>A message of plain text.</summary>
    internal static JsonObject Text(IncomingActivity incoming, string text, params IReadOnlyList<string> suggestions) => ReplyJson.Tree(json =>
    {
        OpenText(json, incoming, text, "plain");
        Suggest(json, incoming, suggestions);
        json.WriteEndObject();
    });

    /// <summary>Begins a message; whoever calls ends the object.</summary>
    internal static void OpenText(Utf8JsonWriter json, IncomingActivity incoming, ReadOnlySpan<char> text, string format)
    {
        Open(json, incoming, "message");
        json.WriteString("text", text);
        json.WriteString("textFormat", format);
        json.WriteString("locale", "zh-CN");
    }

    /// <summary>Buttons under the message that speak as the user.</summary>
    internal static void Suggest(Utf8JsonWriter json, IncomingActivity incoming, IReadOnlyList<string> suggestions)
    {
        // Teams shows three.
        const int most = 3;
        if (suggestions.Count == 0) return;
        json.WriteStartObject("suggestedActions");
        json.WriteStartArray("to");
        if (incoming.From is { Id.Length: > 0 } user) json.WriteStringValue(user.Id);
        json.WriteEndArray();
        json.WriteStartArray("actions");
        for (var i = 0; i < suggestions.Count && i < most; i++)
        {
            json.WriteStartObject();
            json.WriteString("type", "imBack");
            json.WriteString("title", suggestions[i]);
            json.WriteString("value", suggestions[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Open(Utf8JsonWriter json, IncomingActivity incoming, string type)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        if (incoming.ChannelId is not null) json.WriteString("channelId", incoming.ChannelId);
        if (incoming.ServiceUrl is not null) json.WriteString("serviceUrl", incoming.ServiceUrl);
        Whole(json, "from", incoming.Recipient?.Raw);
        Whole(json, "recipient", incoming.From?.Raw);
        Whole(json, "conversation", incoming.Conversation?.Raw);
        if (incoming.Id is { Length: > 0 }) json.WriteString("replyToId", incoming.Id);
    }

    private static void Whole(Utf8JsonWriter json, string name, JsonElement? value)
    {
        if (value is not { } whole) return;
        json.WritePropertyName(name);
        whole.WriteTo(json);
    }
}
