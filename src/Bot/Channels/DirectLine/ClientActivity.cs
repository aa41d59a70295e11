using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Channels.Activity.Replies;

namespace Bot.Channels.DirectLine;

/// <summary>A client's own activity, with only what a client may say.</summary>
internal static class ClientActivity
{
    /// <summary>The channel's id in activities, and its door's name in records.</summary>
    internal const string Channel = "webchat", Door = "activity:" + Channel;

    private static readonly string[] Kept = ["type", "name", "text", "textFormat", "value", "locale", "localTimezone", "localTimestamp", "replyToId", "inputHint"];

    /// <summary>The activity as the bot and the transcript get it.</summary>
    /// <param name="body">What the client wrote.</param>
    /// <param name="ticket">Whose token it came with: the user is never the client's to say.</param>
    internal static JsonObject Of(JsonElement body, DirectLineTicket ticket)
    {
        var activity = new JsonObject();
        foreach (var name in Kept)
        {
            if (body.TryGetProperty(name, out var value)) activity[name] = JsonNode.Parse(value.GetRawText());
        }

        activity["channelId"] = Channel;
        activity["from"] = new JsonObject { ["id"] = ticket.User, ["role"] = "user" };
        activity["recipient"] = Bot();
        activity["conversation"] = new JsonObject { ["id"] = ticket.Conversation };
        // Of the entities only a vote means something here.
        if (body.TryGetProperty("entities", out var entities) && entities.ValueKind == JsonValueKind.Array && Vote.Read(entities.EnumerateArray()) is { } vote)
            activity["entities"] = new JsonArray(vote.Entity());
        // The client knows its own message again by this; without it the message stays unsent for it.
        if (body.TryGetProperty("channelData", out var data) && data.ValueKind == JsonValueKind.Object) activity["channelData"] = ChannelData(data);
        return activity;
    }

    /// <summary>What the bot is told when a conversation begins.</summary>
    internal static JsonObject Joined(DirectLineTicket ticket) => new()
    {
        ["type"] = "conversationUpdate",
        ["id"] = $"joined-{ticket.Conversation}",
        ["channelId"] = Channel,
        ["from"] = new JsonObject { ["id"] = ticket.User },
        ["recipient"] = Bot(),
        ["conversation"] = new JsonObject { ["id"] = ticket.Conversation },
        ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = ticket.User }),
    };

    /// <summary>A reply as the client shows it.</summary>
    internal static JsonObject Shown(JsonObject reply)
    {
        reply.Remove("serviceUrl");
        reply["from"] = Bot();
        return reply;
    }

    internal static string Text(JsonObject json) => json.ToJsonString(ReplyJson.Options);

    private static JsonObject ChannelData(JsonElement data)
    {
        var kept = new JsonObject();
        foreach (var name in new[] { "clientActivityID", "postBack", "clientTimestamp" })
        {
            if (data.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) kept[name] = JsonNode.Parse(value.GetRawText());
        }

        return kept;
    }

    private static JsonObject Bot() => new() { ["id"] = "policy-assistant", ["name"] = "政策助手", ["role"] = "bot" };
}
