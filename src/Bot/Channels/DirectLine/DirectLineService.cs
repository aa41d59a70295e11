using System.Text;
using System.Text.Json.Nodes;
using Bot.Channels.Activity;
using Bot.Channels.Activity.Connector;
using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Streaming;
using Bot.Channels.Activity.Wire;
using Bot.Telemetry;

namespace Bot.Channels.DirectLine;

/// <summary>Between the transcripts and the bot.</summary>
internal sealed partial class DirectLineService(ActivityBot bot, Invokes invokes, SentAnswers sent, ConversationNames names, TimeProvider time, ILogger<DirectLineService> logger)
{
    private const string Apology = "抱歉，刚才没能完成答复，请稍后再试一次。";
    private static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(1), TypingEvery = TimeSpan.FromSeconds(3);
    private readonly AnswerStream stream = new(time, pace: TimeSpan.FromMilliseconds(300));

    /// <summary>Tells the bot of a conversation, once.</summary>
    internal async Task OpenAsync(Transcript transcript, DirectLineTicket ticket, Uri baseUrl)
    {
        if (transcript.IsOpened) return;
        transcript.IsOpened = true;
        await ReplyAsync(transcript, Read(ClientActivity.Joined(ticket)), baseUrl);
    }

    /// <summary>Takes a client's activity: echoed at once, answered when the answer is there.</summary>
    /// <returns>The activity's id, or null where it is none.</returns>
    internal string? Take(Transcript transcript, JsonObject activity, Uri baseUrl)
    {
        var (_, faults, fault) = ActivityReader.Read(Encoding.UTF8.GetBytes(ClientActivity.Text(activity)));
        if (faults.Count > 0 || fault.Length > 0) return null;
        var id = transcript.Add(activity, time.GetUtcNow());
        _ = Task.Run(() => ReplyAsync(transcript, Read(activity), baseUrl));
        return id;
    }

    private static IncomingActivity Read(JsonObject activity) =>
        ActivityReader.Read(Encoding.UTF8.GetBytes(ClientActivity.Text(activity))).Activity ?? throw new InvalidOperationException("It was read before.");

    private async Task ReplyAsync(Transcript transcript, IncomingActivity activity, Uri baseUrl)
    {
        string? streamed = null;
        try
        {
            if (activity.Type == "invoke")
            {
                await invokes.AnswerAsync(activity, CancellationToken.None);
                return;
            }

            var forming = new FormingText();
            var replies = bot.ReplyAsync(activity, baseUrl, CancellationToken.None, forming);
            await TypeUntilAsync(transcript, activity, Task.WhenAny(replies, forming.Begun));
            streamed = forming.Begun.IsCompleted
                ? await stream.RunAsync(activity, forming, replies, post => Task.FromResult<Sent>(new Sent.Taken(transcript.Add(ClientActivity.Shown(post), time.GetUtcNow()))), CancellationToken.None)
                : null;
            foreach (var reply in await replies)
            {
                using var step = Steps.Begin(Steps.Deliver);
                var shown = streamed is null ? reply : StreamActivity.Final(activity, reply, streamed);
                streamed = null;
                var id = transcript.Add(ClientActivity.Shown(JsonNode.Parse(shown.Json.Span)!.AsObject()), time.GetUtcNow());
                if (reply.AnswerId is { } answerId) await sent.NoteAsync(names.Place(activity), id, answerId, CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            // Nobody waits for this task: what is not said here is not said at all.
            Log.Failed(logger, e);
            var apology = new ActivityReply(ReplyActivity.Text(activity, Apology));
            if (streamed is not null) apology = StreamActivity.Final(activity, apology, streamed);
            transcript.Add(ClientActivity.Shown(JsonNode.Parse(apology.Json.Span)!.AsObject()), time.GetUtcNow());
        }
    }

    private async Task TypeUntilAsync(Transcript transcript, IncomingActivity activity, Task replies)
    {
        var wait = SlowAfter;
        while (await Task.WhenAny(replies, Task.Delay(wait, time)) != replies)
        {
            transcript.Add(ClientActivity.Shown(ReplyActivity.Of(activity, "typing")), time.GetUtcNow());
            wait = TypingEvery;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A Direct Line turn failed")]
        internal static partial void Failed(ILogger logger, Exception cause);
    }
}
