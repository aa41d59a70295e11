using Bot.Store;
using Bot.Store.Records;

namespace Bot.Channels.Shared;

/// <summary>One token for all instances on a database: one of them fetches it, the others read it there.</summary>
internal sealed partial class SharedToken(ITokens store, TokenSeal seal, TimeProvider time, ILogger log)
{
    // Longer than a service takes; whoever died while fetching is waited for no longer.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = Lease + TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>The token that is kept, or a new one where it has had its time or was refused.</summary>
    /// <param name="fetch">Asks the service.</param>
    /// <param name="refused">What the service refused of late.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<IssuedToken> GetAsync(Func<CancellationToken, Task<IssuedToken>> fetch, string? refused, CancellationToken cancellation)
    {
        var holder = Guid.NewGuid().ToString("N");
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < LongestWait)
        {
            var kept = await store.FindTokenAsync(seal.Name, cancellation);
            if (kept is not null && Usable(kept, refused) is { } issued) return issued;
            switch (await TryLeaseAsync(kept?.Sealed ?? "", holder, cancellation))
            {
                case true: return await FetchAsync(fetch, holder, cancellation);
                case null: return await fetch(cancellation);
                default: await Task.Delay(Look, time, cancellation); break;
            }
        }

        // Nobody has brought one, and the clocks of the instances may differ: better one too many than none.
        return await fetch(cancellation);
    }

    private IssuedToken? Usable(KeptToken kept, string? refused)
    {
        var left = kept.UseUntil - time.GetUtcNow();
        return left > TimeSpan.Zero && seal.Open(kept.Sealed) is { } token && token != refused ? new IssuedToken(token, left) : null;
    }

    // Null: nothing can be kept, and what this process fetches must do for it.
    private async Task<bool?> TryLeaseAsync(string seen, string holder, CancellationToken cancellation)
    {
        try
        {
            return await store.TryLeaseTokenAsync(seal.Name, seen, holder, Lease, cancellation);
        }
        catch (StoreUnavailableException)
        {
            Log.NotShared(log);
            return null;
        }
    }

    private async Task<IssuedToken> FetchAsync(Func<CancellationToken, Task<IssuedToken>> fetch, string holder, CancellationToken cancellation)
    {
        IssuedToken? issued = null;
        try
        {
            return issued = await fetch(cancellation);
        }
        finally
        {
            await KeepAsync(issued, holder);
        }
    }

    private async Task KeepAsync(IssuedToken? issued, string holder)
    {
        try
        {
            if (issued?.Token is { } token) await store.KeepTokenAsync(new KeptToken(seal.Name, seal.Close(token), time.GetUtcNow() + issued.Use), holder, CancellationToken.None);
            else await store.ReleaseTokenAsync(seal.Name, holder, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            Log.NotShared(log);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An access token could not be shared with other instances; this one uses its own")]
        internal static partial void NotShared(ILogger logger);
    }
}
