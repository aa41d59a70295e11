using System.Text.Json;
using Bot.Answering;
using Bot.Api;
using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Streaming;
using Bot.Channels.Activity.Wire;
using Bot.Channels.Shared;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Telemetry;

namespace Bot.Channels.Activity;

/// <summary>From an activity to the activities that reply to it; how they travel is not known here.</summary>
internal sealed class ActivityBot(IAssistant assistant, ConversationNames names, Welcome welcome, AnswerReply writer, Details details, Votes votes, Today today)
{
    private const string Help = "帮助";
    private readonly Lanes conversations = new();

    /// <summary>The replies, in order; none where nothing is to be said.</summary>
    /// <param name="activity">What arrived.</param>
    /// <param name="baseUrl">Where people reach the program; null where that is not known.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="forming">Where an answer can be shown while it forms; null where it cannot.</param>
    /// <param name="delivery">The delivery's name, where it has one; null where it is not known yet.</param>
    internal Task<IReadOnlyList<ActivityReply>> ReplyAsync(IncomingActivity activity, Uri? baseUrl, CancellationToken cancellation, FormingText? forming = null, string? delivery = null) => activity.Type switch
    {
        "message" => MessageAsync(activity, baseUrl, forming, delivery, cancellation),
        "conversationUpdate" => GreetAsync(activity, cancellation),
        "installationUpdate" => welcome.OnInstallationUpdateAsync(activity, cancellation),
        "event" when activity.Name == Vote.Event => votes.TakeAsync(activity, cancellation),
        _ => Task.FromResult<IReadOnlyList<ActivityReply>>([]),
    };

    private async Task<IReadOnlyList<ActivityReply>> GreetAsync(IncomingActivity activity, CancellationToken cancellation) =>
        await welcome.OnConversationUpdateAsync(activity, cancellation) is { } greeting ? [new ActivityReply(greeting)] : [];

    private async Task<IReadOnlyList<ActivityReply>> MessageAsync(IncomingActivity activity, Uri? baseUrl, FormingText? forming, string? delivery, CancellationToken cancellation)
    {
        if (DetailsOf(activity.Value) is { } answerId && activity.Text is null or "") return [new ActivityReply(await details.MessageAsync(activity, answerId, cancellation))];
        var text = SpokenText.Of(activity);
        if (text.Length > AskBody.LongestText)
            return [new ActivityReply(ReplyActivity.Text(activity, $"内容较长，请精简到 {AskBody.LongestText} 个字以内再发给我。"))];
        if (text.Length == 0 && activity.HasAttachments)
            return [new ActivityReply(ReplyActivity.Text(activity, "抱歉，目前只能读懂文字，请把问题写成文字发给我。"))];
        var user = names.User(activity);
        var turn = new Turn(
            ConversationNames.Channel(activity), names.Conversation(activity, user), user, text.Length > 0 ? text : Help, today.Date)
        {
            Delivery = activity.Id is { Length: > 0 } ? new DeliveryKey(Deliveries.Claims, delivery ?? names.Delivery(activity)) : null,
            Show = forming is null ? null : forming.Show,
        };
        // One after the other, so that a quick second message finds what the first one said.
        var answer = await conversations.RunAsync(turn.ConversationId!, () => assistant.AskAsync(turn, cancellation));
        using var step = Steps.Begin(Steps.Render);
        return [writer.Build(activity, answer, baseUrl)];
    }

    /// <summary>The answer whose details a button asks for; null where the value is something else.</summary>
    internal static string? DetailsOf(JsonElement? data) =>
        data is { ValueKind: JsonValueKind.Object } value && ActivityFields.TextOf(value, "verb") == CardActions.DetailsVerb
            ? ActivityFields.TextOf(value, "answerId")
            : null;
}
