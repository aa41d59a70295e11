namespace Bot.Store;

/// <summary>Runs the purge at start and every hour.</summary>
internal sealed partial class PurgeService(IStore store, TimeProvider time, ILogger<PurgeService> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            try
            {
                var report = await store.PurgeAsync(time.GetUtcNow(), stoppingToken);
                Log.Purged(log, report.Conversations, report.Answers, report.ProcessedMessages, report.OutboxItems, report.Accesses);
            }
            catch (Exception fault) when (fault is StoreUnavailableException or StoreConflictException)
            {
                // The next hour's purge catches up.
                Log.PutOff(log, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Purged {Conversations} conversations, {Answers} answers, {Messages} deliveries, {Replies} replies, {Accesses} accesses")]
        internal static partial void Purged(ILogger log, int conversations, int answers, int messages, int replies, int accesses);

        [LoggerMessage(LogLevel.Warning, "The purge is put off by an hour")]
        internal static partial void PutOff(ILogger log, Exception cause);
    }
}
