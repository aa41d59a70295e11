using System.Text;
using System.Text.Json.Nodes;
using Bot.Api;
using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Streaming;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity;

/// <summary>By the activity's type and delivery mode: in the response, by the connector, or nothing to say.</summary>
internal sealed partial class ActivityRouter(
    ActivityBot bot, Invokes invokes, Deliveries deliveries, TurnDelivery turns, ActivityOptions options, TimeProvider time, ILogger<ActivityRouter> logger)
{
    /// <summary>What the request is answered with.</summary>
    /// <param name="activity">What arrived.</param>
    /// <param name="baseUrl">Where people reach the program, where no setting says so.</param>
    /// <param name="acknowledgedAfter">How long the response waits for the answer to be kept.</param>
    /// <param name="cancellation">The client went away.</param>
    internal async Task<IResult> RouteAsync(IncomingActivity activity, Uri? baseUrl, TimeSpan acknowledgedAfter, CancellationToken cancellation)
    {
        switch (activity.Type)
        {
            case "invoke":
                var (status, body) = await invokes.AnswerAsync(activity, cancellation);
                return body is null ? new EmptyReply(status) : Json(body, status);
            case "message" or "conversationUpdate" or "installationUpdate":
            case "event" when activity.Name == Vote.Event:
                break;
            default:
                if (activity.Type is "typing" or "event" or "messageReaction" or "messageUpdate" or "messageDelete" or "endOfConversation") Log.NothingToSay(logger, activity.Type);
                else Log.Unknown(logger, activity.Type.Length);
                return Results.Ok();
        }

        // Not bound to the request: a client that goes away does not take the answer back.
        var forming = FormingText.For(activity);
        var (replies, isFirst) = deliveries.Once(activity, delivery => bot.ReplyAsync(activity, options.PublicUrl ?? baseUrl, turns.Stopping, forming, delivery));
        if (activity.ExpectsReplies) return new ExpectedReplies(await replies.WaitAsync(cancellation));
        if (activity.ServiceUrl is null || activity.Conversation is not { Id.Length: > 0 }) return Results.Ok();
        if (isFirst) turns.Begin(activity, replies, forming);
        await Task.WhenAny(replies, Task.Delay(acknowledgedAfter, time, cancellation));
        return Results.Ok();
    }

    private static JsonReply Json(JsonObject body, int status = 200) => new(Encoding.UTF8.GetBytes(body.ToJsonString(ReplyJson.Options)), status);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "An activity of type {Type} was taken; nothing is to be said.")]
        internal static partial void NothingToSay(ILogger logger, string type);

        [LoggerMessage(Level = LogLevel.Information, Message = "An activity of an unknown type of {Length} characters was taken; nothing is said.")]
        internal static partial void Unknown(ILogger logger, int length);
    }
}
