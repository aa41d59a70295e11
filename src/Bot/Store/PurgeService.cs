namespace Bot.Store;

/// <summary>Runs the purge at start and every hour.</summary>
internal sealed partial class PurgeService(IStore store, TimeProvider time, ILogger<PurgeService> log) : BackgroundService
{
    // By how much the clock may differ from the time that has passed before nothing is deleted by it.
    private static readonly TimeSpan Trusted = TimeSpan.FromMinutes(30);
    private (DateTimeOffset Clock, long Passed) last = (time.GetUtcNow(), time.GetTimestamp());

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            await PurgeAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Purges, unless the clock was set since the last time: a year too far it would delete everything. An hour later it is believed.</summary>
    internal async Task PurgeAsync(CancellationToken stoppingToken)
    {
        var now = time.GetUtcNow();
        var jump = now - last.Clock - time.GetElapsedTime(last.Passed);
        last = (now, time.GetTimestamp());
        if (jump.Duration() > Trusted)
        {
            Log.ClockSet(log, jump.TotalHours);
            return;
        }

        try
        {
            var report = await store.PurgeAsync(now, stoppingToken);
            Log.Purged(log, report.Conversations, report.Answers, report.ProcessedMessages, report.OutboxItems, report.Accesses);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreConflictException)
        {
            // The next hour's purge catches up.
            Log.PutOff(log, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Purged {Conversations} conversations, {Answers} answers, {Messages} deliveries, {Replies} replies, {Accesses} accesses")]
        internal static partial void Purged(ILogger log, int conversations, int answers, int messages, int replies, int accesses);

        [LoggerMessage(LogLevel.Warning, "The clock was set by {Hours:F1} hours; nothing is purged by it before the next hour")]
        internal static partial void ClockSet(ILogger log, double hours);

        [LoggerMessage(LogLevel.Warning, "The purge is put off by an hour")]
        internal static partial void PutOff(ILogger log, Exception cause);
    }
}
