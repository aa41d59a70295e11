namespace Bot.Channels.Shared;

/// <summary>One token for all callers: fetched once for all who wait, and again when it has had its time.</summary>
/// <param name="fetch">Asks the service; the time is how long to use what it gave, null where it is not to be kept.</param>
/// <param name="time">The clock.</param>
internal sealed class HeldToken<T>(Func<CancellationToken, Task<(T Token, TimeSpan? Use)>> fetch, TimeProvider time) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Held? held;

    /// <inheritdoc />
    public void Dispose() => one.Dispose();

    /// <summary>The token; callers at the same time wait for one fetch.</summary>
    internal async Task<T> GetAsync(CancellationToken cancellation)
    {
        if (Current() is { } token) return token;
        await one.WaitAsync(cancellation);
        try
        {
            if (Current() is { } fresh) return fresh;
            var (fetched, use) = await fetch(cancellation);
            held = use is { } life ? new Held(fetched, time.GetUtcNow() + life) : null;
            return fetched;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Forgets a token that the service refused; one that was fetched since is kept.</summary>
    internal void Drop(Predicate<T> isRefused)
    {
        if (held is { } old && isRefused(old.Token)) Interlocked.CompareExchange(ref held, null, old);
    }

    private T? Current() => held is { } now && time.GetUtcNow() < now.Until ? now.Token : null;

    private sealed record Held(T Token, DateTimeOffset Until);
}
