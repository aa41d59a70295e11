namespace Bot.Channels.Tencent;

/// <summary>A token as the service gives it, or why it gives none.</summary>
/// <param name="Token">The token; null where there is none.</param>
/// <param name="Life">How long it holds.</param>
/// <param name="Failure">The service's code where there is none.</param>
internal sealed record IssuedToken(string? Token, TimeSpan Life, int Failure);

/// <summary>The one access token that all callers use: fetched once, renewed five minutes early.</summary>
internal sealed class AccessTokens(Func<CancellationToken, Task<IssuedToken>> fetch, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Held? held;

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
            var issued = await fetch(cancellation);
            // A token that lives less than the margin is used for half its life.
            var life = issued.Life > Early * 2 ? issued.Life - Early : issued.Life / 2;
            held = issued.Token is null ? null : new Held(issued, time.GetUtcNow() + life);
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
        if (held is { } old && old.Issued.Token == token) Interlocked.CompareExchange(ref held, null, old);
    }

    private IssuedToken? Current() => held is { } now && time.GetUtcNow() < now.Until ? now.Issued : null;

    private sealed record Held(IssuedToken Issued, DateTimeOffset Until);
}
