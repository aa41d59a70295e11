using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Api;
using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Wire;
using Bot.Store;

namespace Bot.Channels.Activity;

/// <summary>How an award was worked out, for whoever can read the conversation that it was given in.</summary>
internal sealed class Details(IStore store, ConversationNames names, AwardCard cards)
{
    internal const string Gone = "这次回答的详情已经找不到了，请把问题再发一次。";

    /// <summary>The whole card; null where there is no such answer here.</summary>
    internal async Task<JsonObject?> CardAsync(IncomingActivity activity, string answerId, CancellationToken cancellation)
    {
        if (!AskBody.IsId(answerId) || await store.FindAnswerAsync(answerId, cancellation) is not { Kind: "award" } answer) return null;
        if (!names.IsOf(activity, answer.Channel, answer.ConversationId)) return null;
        using var json = JsonDocument.Parse(answer.Body);
        return ReplyJson.Tree(card => cards.Details(card, json.RootElement, ClientKind.Of(activity)));
    }

    /// <summary>The card as a message of its own, where it cannot take the old one's place.</summary>
    internal async Task<JsonObject> MessageAsync(IncomingActivity activity, string answerId, CancellationToken cancellation)
    {
        if (await CardAsync(activity, answerId, cancellation) is not { } card) return ReplyActivity.Text(activity, Gone);
        var reply = ReplyActivity.Of(activity, "message");
        reply["locale"] = "zh-CN";
        reply["attachments"] = new JsonArray(new JsonObject { ["contentType"] = Cards.ContentType, ["content"] = card });
        return reply;
    }
}
