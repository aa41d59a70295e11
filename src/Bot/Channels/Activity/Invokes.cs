using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Api;
using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Wire;
using Bot.Inputs;
using Bot.Privacy;
using Bot.Store;

namespace Bot.Channels.Activity;

/// <summary>Answers what must be answered in the response itself.</summary>
internal sealed partial class Invokes(IStore store, ConversationNames names, SentAnswers sent, Details details, Masker masker, ILogger<Invokes> logger)
{
    private const string Error = "application/vnd.microsoft.error", Message = "application/vnd.microsoft.activity.message";

    /// <summary>The status and the body; no body where null.</summary>
    internal async Task<(int Status, JsonObject? Body)> AnswerAsync(IncomingActivity activity, CancellationToken cancellation)
    {
        switch (activity.Name)
        {
            case "adaptiveCard/action":
                return (200, await CardActionAsync(activity, cancellation));
            case "message/submitAction":
                await FeedbackAsync(activity, cancellation);
                return (200, null);
            default:
                Log.Unknown(logger, activity.Name?.Length ?? 0);
                return (501, null);
        }
    }

    private async Task<JsonObject> CardActionAsync(IncomingActivity activity, CancellationToken cancellation)
    {
        if (Find(activity.Value, "action") is not { } action) return Result(400, Error, Fault("BadRequest", "请求中没有按钮的内容。"));
        var data = Find(action, "data");
        var answerId = ActivityFields.TextOf(action, "verb") == CardActions.DetailsVerb && data is { } given ? ActivityFields.TextOf(given, "answerId") : ActivityBot.DetailsOf(data);
        if (answerId is null) return Result(400, Error, Fault("BadRequest", "不认识这个按钮。"));
        return await details.CardAsync(activity, answerId, cancellation) is { } card ? Result(200, Cards.ContentType, card) : Result(200, Message, Details.Gone);
    }

    private async Task FeedbackAsync(IncomingActivity activity, CancellationToken cancellation)
    {
        if (Find(activity.Value, "actionValue") is not { } given || ActivityFields.TextOf(given, "reaction") is not { } reaction || reaction is not ("like" or "dislike"))
        {
            Log.NoFeedback(logger);
            return;
        }

        if (await sent.FindAsync(names.Place(activity), activity.ReplyToId, cancellation) is not { } answerId
            || !await store.AddFeedbackAsync(answerId, reaction == "like", Comment(ActivityFields.TextOf(given, "feedback")), cancellation))
        {
            Log.NoAnswer(logger);
        }
    }

    // Teams wraps the words in JSON once more; the Playground does not.
    private string? Comment(string? feedback)
    {
        if (feedback is null) return null;
        var words = feedback;
        if (feedback.StartsWith('{') && JsonSoundness.IsSound(System.Text.Encoding.UTF8.GetBytes(feedback), deepest: 8))
        {
            using var json = JsonDocument.Parse(feedback);
            words = ActivityFields.TextOf(json.RootElement, "feedbackText") ?? "";
        }

        var clean = PlainText.Clean(words);
        return clean.Length == 0 ? null : masker.Mask(ShortText.Cut(clean, FeedbackBody.LongestComment));
    }

    private static JsonElement? Find(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found : null;

    private static JsonObject Fault(string code, string message) => new() { ["code"] = code, ["message"] = message };

    private static JsonObject Result(int status, string type, JsonNode value) => new() { ["statusCode"] = status, ["type"] = type, ["value"] = value };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "An invoke with an unknown name of {Length} characters was refused.")]
        internal static partial void Unknown(ILogger logger, int length);

        [LoggerMessage(Level = LogLevel.Information, Message = "A submitted action was no feedback.")]
        internal static partial void NoFeedback(ILogger logger);

        [LoggerMessage(Level = LogLevel.Information, Message = "Feedback came for a message that shows no known answer.")]
        internal static partial void NoAnswer(ILogger logger);
    }
}
