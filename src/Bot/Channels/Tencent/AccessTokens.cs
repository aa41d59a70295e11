using Bot.Channels.Shared;

namespace Bot.Channels.Tencent;

/// <summary>The one access token that all callers and instances use: fetched once, renewed five minutes early.</summary>
/// <param name="fetch">Asks the service.</param>
/// <param name="shared">What the other instances have; null where this process is alone.</param>
/// <param name="time">The clock.</param>
internal sealed class AccessTokens(Func<CancellationToken, Task<ApiReply>> fetch, SharedToken? shared, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private readonly HeldToken held = new(async cancellation => Read(await fetch(cancellation)), shared, time);

    /// <inheritdoc />
    public void Dispose() => held.Dispose();

    /// <summary>The token; callers at the same time wait for one fetch.</summary>
    internal Task<IssuedToken> GetAsync(CancellationToken cancellation) => held.GetAsync(cancellation);

    /// <summary>Forgets a token that the service refused; one that was fetched since is kept.</summary>
    internal void Drop(string token) => held.Drop(token);

    private static IssuedToken Read(ApiReply reply) =>
        reply.Code == 0 && reply.Text("access_token") is { Length: > 0 } token
            ? new IssuedToken(token, Use(TimeSpan.FromSeconds(reply.Body.TryGetProperty("expires_in", out var life) && life.TryGetInt32(out var seconds) ? seconds : 0)))
            : new IssuedToken(null, TimeSpan.Zero, reply.Code == 0 ? TencentApi.Unreachable : reply.Code);

    // A token that lives less than the margin is used for half its life.
    private static TimeSpan Use(TimeSpan life) => life > Early * 2 ? life - Early : life / 2;
}
