using Bot.Store;

namespace Bot.Channels.Activity.Connector;

/// <summary>Looks at the outbox every few seconds.</summary>
internal sealed partial class OutboxSender(ReplyDelivery delivery, TimeProvider time, ILogger<OutboxSender> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await delivery.SendDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is StoreUnavailableException or StoreConflictException)
            {
                // The lease ends, and the items are due again.
                Log.PutOff(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox is looked at again later")]
        internal static partial void PutOff(ILogger logger, Exception cause);
    }
}
