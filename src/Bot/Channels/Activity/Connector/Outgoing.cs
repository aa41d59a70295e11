using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity.Connector;

/// <summary>An activity on its way to the connector.</summary>
/// <param name="ServiceUrl">The connector of the conversation.</param>
/// <param name="ConversationId">The channel's id of the conversation.</param>
/// <param name="ReplyToId">The channel's id of the message that is replied to; null where there is none.</param>
/// <param name="Place">The conversation's name in our records.</param>
/// <param name="AnswerId">The answer that it shows; null where it shows none.</param>
/// <param name="Payload">The activity as JSON.</param>
internal sealed record Outgoing(string ServiceUrl, string ConversationId, string? ReplyToId, string Place, string? AnswerId, string Payload)
{
    /// <summary>A reply to what arrived.</summary>
    internal static Outgoing Of(IncomingActivity incoming, ActivityReply reply, string place) =>
        new(incoming.ServiceUrl!, incoming.Conversation!.Id, incoming.Id is { Length: > 0 } id ? id : null, place, reply.AnswerId, Encoding.UTF8.GetString(reply.Json.Span));

    /// <summary>Reads what <see cref="Target"/> wrote.</summary>
    internal static Outgoing Read(string target, string payload)
    {
        using var json = JsonDocument.Parse(target);
        var root = json.RootElement;
        return new(
            root.GetProperty("serviceUrl").GetString()!,
            root.GetProperty("conversation").GetString()!,
            root.GetProperty("replyTo").GetString(),
            root.GetProperty("place").GetString()!,
            root.GetProperty("answer").GetString(),
            payload);
    }

    /// <summary>Where to, as JSON.</summary>
    internal string Target() => new JsonObject
    {
        ["serviceUrl"] = ServiceUrl,
        ["conversation"] = ConversationId,
        ["replyTo"] = ReplyToId,
        ["place"] = Place,
        ["answer"] = AnswerId,
    }.ToJsonString(ReplyJson.Options);

    /// <summary>The address to post to: exactly one slash between the parts, each id encoded.</summary>
    internal static Uri Address(Uri service, string conversationId, string? replyToId)
    {
        var activities = $"{service.AbsoluteUri.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversationId)}/activities";
        return new Uri(replyToId is null ? activities : $"{activities}/{Uri.EscapeDataString(replyToId)}");
    }
}
