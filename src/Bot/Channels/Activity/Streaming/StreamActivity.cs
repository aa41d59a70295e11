using System.Text.Json.Nodes;
using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity.Streaming;

/// <summary>The activities of a streamed message: typing with a text, growing, and the message that closes it.</summary>
internal static class StreamActivity
{
    private const string Working = "正在整理要点，请稍候……";

    /// <summary>The first: says what is being done.</summary>
    internal static JsonObject Informative(IncomingActivity incoming) => Typing(incoming, Working, new JsonObject { ["streamType"] = "informative", ["streamSequence"] = 1 });

    /// <summary>The text so far.</summary>
    internal static JsonObject Update(IncomingActivity incoming, string stream, int sequence, string text) =>
        Typing(incoming, Markdown.Of(text), new JsonObject { ["streamId"] = stream, ["streamType"] = "streaming", ["streamSequence"] = sequence });

    /// <summary>The answer as the message that closes the stream.</summary>
    internal static ActivityReply Final(IncomingActivity incoming, ActivityReply reply, string stream)
    {
        var message = JsonNode.Parse(reply.Json.Span)!.AsObject();
        Mark(incoming, message, new JsonObject { ["streamId"] = stream, ["streamType"] = "final" });
        return new ActivityReply(message, reply.AnswerId);
    }

    private static JsonObject Typing(IncomingActivity incoming, string text, JsonObject info)
    {
        var typing = ReplyActivity.Of(incoming, "typing");
        typing["text"] = text;
        typing["textFormat"] = "markdown";
        Mark(incoming, typing, info);
        return typing;
    }

    // Teams reads an entity; Web Chat (4.18) reads the same members of channelData.
    private static void Mark(IncomingActivity incoming, JsonObject activity, JsonObject info)
    {
        if (ClientKind.Of(incoming).WebChat)
        {
            if (activity["channelData"] is not JsonObject data) activity["channelData"] = data = [];
            foreach (var (name, value) in info) data[name] = value!.DeepClone();
        }

        if (activity["entities"] is not JsonArray entities) activity["entities"] = entities = [];
        info["type"] = "streaminfo";
        entities.Add(info);
    }
}
