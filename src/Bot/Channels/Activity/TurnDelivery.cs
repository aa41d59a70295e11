using Bot.Channels.Activity.Connector;
using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity;

/// <summary>Turns whose replies go by the connector, beyond the request that began them.</summary>
internal sealed partial class TurnDelivery(ReplyDelivery delivery, ConnectorClient connector, ConversationNames names, TimeProvider time, ILogger<TurnDelivery> logger) : IHostedService, IDisposable
{
    private const string Apology = "抱歉，刚才没能完成答复，请稍后再试一次。";
    private static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(1), TypingEvery = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private readonly HashSet<Task> running = [];

    /// <summary>Ends when the program stops: what is not sent by then waits in the outbox.</summary>
    internal CancellationToken Stopping => stopping.Token;

    /// <summary>Sends the replies once they are there; the task ends when they are sent or kept.</summary>
    internal void Begin(IncomingActivity activity, Task<IReadOnlyList<ActivityReply>> replies)
    {
        var task = Task.Run(() => DeliverAsync(activity, replies));
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

    private async Task DeliverAsync(IncomingActivity activity, Task<IReadOnlyList<ActivityReply>> replies)
    {
        try
        {
            // Only a message is waited for: to others nothing may be said at all.
            if (activity.Type == "message") await TypeUntilAsync(activity, replies);
            foreach (var reply in await replies) await delivery.SendAsync(Outgoing.Of(activity, reply, names.Place(activity)), Stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Failed(logger, e);
            if (activity.Type == "message") await delivery.SendAsync(Outgoing.Of(activity, new ActivityReply(ReplyActivity.Text(activity, Apology)), names.Place(activity)), Stopping);
        }
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
