using System.Globalization;
using System.Threading.RateLimiting;
using Bot.Hosting;
using Bot.Telemetry;

namespace Bot.Channels.Web;

/// <summary>How often one client may try to sign in: enough for a slip of the hand, too little for guessing.</summary>
internal sealed class SignInAttempts : IDisposable
{
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private const int MostSecrets = 10;
    // Nothing is guessed there; an office behind one address signs in at the same hour.
    private const int MostAtProvider = 60;

    private readonly PartitionedRateLimiter<HttpContext> secrets = Limiter(MostSecrets);
    private readonly PartitionedRateLimiter<HttpContext> provider = Limiter(MostAtProvider);

    /// <summary>An attempt with a secret.</summary>
    internal RateLimitLease Take(HttpContext context) => secrets.AttemptAcquire(context);

    /// <summary>An attempt with an account at the provider.</summary>
    internal RateLimitLease TakeAtProvider(HttpContext context) => provider.AttemptAcquire(context);

    /// <summary>Says that it was one too many.</summary>
    internal static Task RefuseAsync(HttpContext context, RateLimitLease lease, PageFile wait)
    {
        var after = lease.TryGetMetadata(MetadataName.RetryAfter, out var given) ? given : Window;
        Figures.RateLimited("sign-in");
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return wait.SendAsync(context, StatusCodes.Status429TooManyRequests);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        secrets.Dispose();
        provider.Dispose();
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(int most) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(RateLimits.Client(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window }));
}
