using Bot.Store;

namespace Bot.Channels.Tencent;

/// <summary>Sends what is due in the outbox, for every door that is set up.</summary>
internal sealed partial class LateReplyService(
    IOutbox outbox, LateReplies replies, IEnumerable<IReplySender> senders, LateSettings settings, ILogger<LateReplyService> log) : BackgroundService
{
    private const int Most = 10;

    // Longer than an attempt with its work may take.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await replies.Due.WaitAsync(settings.Look, stoppingToken);
            foreach (var sender in senders) await SendDueAsync(sender, stoppingToken);
        }
    }

    private async Task SendDueAsync(IReplySender sender, CancellationToken stop)
    {
        try
        {
            var due = await outbox.TakeDueAsync(sender.Channel, Most, Lease, stop);
            await Task.WhenAll(due.Select(item => replies.DeliverAsync(item, sender, stop)));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The items are due again when their lease ends.
            Log.Failed(log, sender.Channel, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Late replies on {Channel} could not be sent")]
        internal static partial void Failed(ILogger logger, string channel, Exception fault);
    }
}
