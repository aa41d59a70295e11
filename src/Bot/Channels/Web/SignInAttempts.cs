using System.Threading.RateLimiting;
using Bot.Hosting;

namespace Bot.Channels.Web;

/// <summary>How often one client may try to sign in: enough for a slip of the hand, too little for guessing.</summary>
internal sealed class SignInAttempts : IDisposable
{
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private const int Most = 10;

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(RateLimits.Client(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = Window }));

    internal RateLimitLease Take(HttpContext context) => limiter.AttemptAcquire(context);

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();
}
