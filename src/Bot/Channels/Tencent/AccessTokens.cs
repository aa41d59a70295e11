using Bot.Channels.Shared;

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
    private readonly HeldToken<IssuedToken> held = new(
        async cancellation =>
        {
            var issued = await fetch(cancellation);
            return (issued, issued.Token is null ? null : Use(issued.Life));
        },
        time);

    /// <inheritdoc />
    public void Dispose() => held.Dispose();

    /// <summary>The token; callers at the same time wait for one fetch.</summary>
    internal Task<IssuedToken> GetAsync(CancellationToken cancellation) => held.GetAsync(cancellation);

    /// <summary>Forgets a token that the service refused; one that was fetched since is kept.</summary>
    internal void Drop(string token) => held.Drop(issued => issued.Token == token);

    // A token that lives less than the margin is used for half its life.
    private static TimeSpan Use(TimeSpan life) => life > Early * 2 ? life - Early : life / 2;
}
