using System.Globalization;
using System.Threading.RateLimiting;
using Bot.Api;
using Bot.Channels.Activity.Wire;
using Bot.Hosting;
using Bot.Telemetry;

namespace Bot.Channels.Activity;

/// <summary><c>Limits:RequestsPerMinute</c>, counted by user: a channel's messages all come from the channel's own addresses.</summary>
internal sealed class UserRate : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly PartitionedRateLimiter<string>? limiter;
    private readonly ConversationNames names;

    public UserRate(IConfiguration settings, ConversationNames names)
    {
        this.names = names;
        var most = Limits.RequestsPerMinute(settings);
        if (most > 0)
            limiter = PartitionedRateLimiter.Create<string, string>(user => RateLimitPartition.GetFixedWindowLimiter(user, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window }));
    }

    /// <summary>A 429, or null where the user may go on.</summary>
    internal IResult? Refusal(HttpContext context, IncomingActivity activity) => limiter is null ? null : Refusal(context, names.User(activity));

    /// <summary>A 429, or null where whoever bears that name may go on.</summary>
    internal IResult? Refusal(HttpContext context, string name)
    {
        if (limiter is null) return null;
        using var lease = limiter.AttemptAcquire(name);
        if (lease.IsAcquired) return null;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        var seconds = ((int)Math.Ceiling(Math.Max(1, wait.TotalSeconds))).ToString(CultureInfo.InvariantCulture);
        Figures.RateLimited("activity");
        context.Response.Headers.RetryAfter = seconds;
        return new ProblemReply(429, $"消息过于频繁，请在 {seconds} 秒后再发。");
    }

    /// <inheritdoc />
    public void Dispose() => limiter?.Dispose();
}
