namespace Bot.Channels.Shared;

/// <summary>One token for all callers: fetched once for all who wait, and again when it has had its time.</summary>
/// <param name="fetch">Asks the service.</param>
/// <param name="shared">What the other instances have; null where this process is alone.</param>
/// <param name="time">The clock.</param>
internal sealed class HeldToken(Func<CancellationToken, Task<IssuedToken>> fetch, SharedToken? shared, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Held? held;
    private volatile string? refused;

    /// <inheritdoc />
    public void Dispose() => one.Dispose();

    /// <summary>The token; callers at the same time wait for one fetch.</summary>
    internal async Task<IssuedToken> GetAsync(CancellationToken cancellation)
    {
        if (Current() is { } token) return token;
        await one.WaitAsync(cancellation);
        try
        {
            if (Current() is { } fresh) return fresh;
            var issued = shared is null ? await fetch(cancellation) : await shared.GetAsync(fetch, refused, cancellation);
            held = issued.Token is null ? null : new Held(issued, time.GetUtcNow() + issued.Use);
            return issued;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Forgets a token that the service refused; one that was fetched since is kept.</summary>
    internal void Drop(string token)
    {
        if (held is not { } old || old.Issued.Token != token) return;
        // Before it is forgotten: whoever then looks must not take it from the store again.
        refused = token;
        Interlocked.CompareExchange(ref held, null, old);
    }

    private IssuedToken? Current() => held is { } now && time.GetUtcNow() < now.Until ? now.Issued : null;

    private sealed record Held(IssuedToken Issued, DateTimeOffset Until);
}
