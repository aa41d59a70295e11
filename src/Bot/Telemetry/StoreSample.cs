using Bot.Store;
using Bot.Store.Records;

namespace Bot.Telemetry;

/// <summary>What only a query can tell, asked at most every few seconds however often it is shown.</summary>
internal sealed class StoreSample(IOfficeFigures figures, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5), Patience = TimeSpan.FromSeconds(1);
    private int asking;
    private long? taken;

    /// <summary>How many replies wait, by channel; none where the store is unavailable.</summary>
    internal IReadOnlyList<OutboxLength> Outbox { get; private set; } = [];

    /// <summary>Asks anew where the last answer is old.</summary>
    internal async Task TakeAsync(CancellationToken cancellation)
    {
        // Whoever comes while it is being asked goes on with what is known.
        if (Interlocked.CompareExchange(ref asking, 1, 0) != 0) return;
        try
        {
            if (taken is { } at && time.GetElapsedTime(at) < Fresh) return;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Patience);
            Outbox = await figures.OutboxLengthsAsync(limit.Token);
            taken = time.GetTimestamp();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // A slow database must not hold up the other figures; the next one who asks tries again.
            Outbox = [];
        }
        finally
        {
            Volatile.Write(ref asking, 0);
        }
    }
}
