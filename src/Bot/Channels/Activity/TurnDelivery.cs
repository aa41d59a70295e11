using Bot.Channels.Activity.Connector;
using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Streaming;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity;

/// <summary>Turns whose replies go by the connector, beyond the request that began them.</summary>
internal sealed partial class TurnDelivery(ReplyDelivery delivery, ConnectorClient connector, ConversationNames names, TimeProvider time, ILogger<TurnDelivery> logger) : IHostedService, IDisposable
{
    private const string Apology = "抱歉，刚才没能完成答复，请稍后再试一次。";
    private static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(1), TypingEvery = TimeSpan.FromSeconds(3);
    private readonly AnswerStream stream = new(time, pace: TimeSpan.FromSeconds(1));
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private readonly HashSet<Task> running = [];

    /// <summary>Ends when the program stops: what is not sent by then waits in the outbox.</summary>
    internal CancellationToken Stopping => stopping.Token;

    /// <summary>Sends the replies once they are there; the task ends when they are sent or kept.</summary>
    /// <param name="activity">What is replied to.</param>
    /// <param name="replies">The replies.</param>
    /// <param name="forming">The answer's text while it forms, where the client shows it; null where it does not.</param>
    internal void Begin(IncomingActivity activity, Task<IReadOnlyList<ActivityReply>> replies, FormingText? forming)
    {
        var task = Task.Run(() => DeliverAsync(activity, replies, forming));
        lock (gate) running.Add(task);
        _ = task.ContinueWith(
            done =>
            {
                lock (gate) running.Remove(done);
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        Task[] left;
        lock (gate) left = [.. running];
        await Task.WhenAll(left).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc />
    public void Dispose() => stopping.Dispose();

    private async Task DeliverAsync(IncomingActivity activity, Task<IReadOnlyList<ActivityReply>> replies, FormingText? forming)
    {
        string? streamed = null;
        try
        {
            // Only a message is waited for: to others nothing may be said at all.
            streamed = activity.Type == "message" ? await ShowUntilAsync(activity, replies, forming) : null;
            foreach (var reply in await replies)
            {
                var closed = streamed;
                streamed = null;
                await SendAsync(activity, reply, closed);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Failed(logger, e);
            if (activity.Type == "message") await SendAsync(activity, new ActivityReply(ReplyActivity.Text(activity, Apology)), streamed);
        }
    }

    private Task<bool> SendAsync(IncomingActivity activity, ActivityReply reply, string? streamed)
    {
        return delivery.SendAsync(Out(reply), Stopping, streamed is null ? null : Out(StreamActivity.Final(activity, reply, streamed)));

        Outgoing Out(ActivityReply activityReply) => Outgoing.Of(activity, activityReply, names.Place(activity));
    }

    // A text that forms is the sign of work by itself: no other is shown beside it.
    private async Task<string?> ShowUntilAsync(IncomingActivity activity, Task replies, FormingText? forming)
    {
        await TypeUntilAsync(activity, forming is null ? replies : Task.WhenAny(replies, forming.Begun));
        return forming is { Begun.IsCompleted: true }
            ? await stream.RunAsync(activity, forming, replies, post => connector.TryOnceAsync(Outgoing.Of(activity, new ActivityReply(post), names.Place(activity)), Stopping), Stopping)
            : null;
    }

    private async Task TypeUntilAsync(IncomingActivity activity, Task replies)
    {
        var wait = SlowAfter;
        while (await IsSlowerAsync(replies, wait))
        {
            var typing = new ActivityReply(ReplyActivity.Of(activity, "typing"));
            await connector.TryOnceAsync(Outgoing.Of(activity, typing, names.Place(activity)), Stopping);
            wait = TypingEvery;
        }
    }

    private async Task<bool> IsSlowerAsync(Task replies, TimeSpan wait)
    {
        await Task.WhenAny(replies, Task.Delay(wait, time, Stopping));
        return !replies.IsCompleted && !Stopping.IsCancellationRequested;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed")]
        internal static partial void Failed(ILogger logger, Exception cause);
    }
}
