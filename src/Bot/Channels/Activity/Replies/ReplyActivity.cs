using System.Text.Json.Nodes;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity.Replies;

/// <summary>The envelope of everything that goes back: addressed the other way round, the conversation unchanged.</summary>
internal static class ReplyActivity
{
    internal static JsonObject Of(IncomingActivity incoming, string type)
    {
        var reply = new JsonObject { ["type"] = type };
        if (incoming.ChannelId is not null) reply["channelId"] = incoming.ChannelId;
        if (incoming.ServiceUrl is not null) reply["serviceUrl"] = incoming.ServiceUrl;
        if (incoming.Recipient is not null) reply["from"] = JsonObject.Create(incoming.Recipient.Raw);
        if (incoming.From is not null) reply["recipient"] = JsonObject.Create(incoming.From.Raw);
        if (incoming.Conversation is not null) reply["conversation"] = JsonObject.Create(incoming.Conversation.Raw);
        if (incoming.Id is { Length: > 0 }) reply["replyToId"] = incoming.Id;
        return reply;
    }

    /// <summary>A message of plain text.</summary>
    internal static JsonObject Text(IncomingActivity incoming, string text)
    {
        var reply = Of(incoming, "message");
        reply["text"] = text;
        reply["textFormat"] = "plain";
        reply["locale"] = "zh-CN";
        return reply;
    }

    /// <summary>Buttons under the message that speak as the user.</summary>
    internal static void Suggest(JsonObject reply, IncomingActivity incoming, IReadOnlyList<string> suggestions)
    {
        // Teams shows three.
        const int most = 3;
        if (suggestions.Count == 0) return;
        reply["suggestedActions"] = new JsonObject
        {
            ["to"] = new JsonArray(incoming.From is { Id.Length: > 0 } user ? [user.Id] : []),
            ["actions"] = new JsonArray([.. suggestions.Take(most).Select(s => (JsonNode)new JsonObject { ["type"] = "imBack", ["title"] = s, ["value"] = s })]),
        };
    }
}
