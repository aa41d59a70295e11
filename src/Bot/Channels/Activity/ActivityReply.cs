using System.Text.Json.Nodes;
using Bot.Channels.Activity.Replies;

namespace Bot.Channels.Activity;

/// <summary>One activity to send.</summary>
/// <param name="Json">The activity as UTF-8 JSON: written once, however often it is sent.</param>
/// <param name="AnswerId">The answer that it shows; null where it shows none.</param>
internal sealed record ActivityReply(ReadOnlyMemory<byte> Json, string? AnswerId = null)
{
    internal ActivityReply(JsonObject activity, string? answerId = null)
        : this(ReplyJson.Bytes(activity), answerId)
    {
    }
}
