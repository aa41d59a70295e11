using System.Globalization;
using System.Threading.RateLimiting;
using Bot.Api;
using Bot.Telemetry;
using Microsoft.AspNetCore.RateLimiting;

namespace Bot.Hosting;

/// <summary>So many requests a minute on /api/* from one client; health checks and pages are left out.</summary>
internal static class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    internal static void Configure(RateLimiterOptions options, int requestsPerMinute)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = RejectAsync;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            RateLimitPartition.GetFixedWindowLimiter(Client(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = requestsPerMinute, Window = Window }));
    }

    /// <summary>Puts it before what it counts; other requests do not pass it.</summary>
    internal static void Use(WebApplication app)
    {
        if (Limits.RequestsPerMinute(app.Configuration) > 0) app.UseWhen(context => IsCounted(context.Request.Path), counted => counted.UseRateLimiter());
    }

    // A channel's messages all come from the channel's own addresses; that door counts by user.
    private static bool IsCounted(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !path.StartsWithSegments("/api/messages", StringComparison.OrdinalIgnoreCase);

    // Whoever has one IPv6 address has the other 2^64 of its network too.
    internal static string Client(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        var seconds = ((int)Math.Ceiling(Math.Max(1, wait.TotalSeconds))).ToString(CultureInfo.InvariantCulture);
        Figures.RateLimited("api");
        rejected.HttpContext.Response.Headers.RetryAfter = seconds;
        await new ProblemReply(429, $"请求过于频繁，请在 {seconds} 秒后再试。").ExecuteAsync(rejected.HttpContext);
    }
}
