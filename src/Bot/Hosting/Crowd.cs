using System.Globalization;
using System.IO.Pipelines;
using System.Threading.RateLimiting;
using Bot.Api;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Hosting;

/// <summary>
/// How many requests are worked on at once, and how many may wait for it; whoever comes on top of those is told to come
/// back. A body is read before its request takes a place, so that a slow client keeps nobody from working.
/// </summary>
internal sealed class Crowd : IDisposable
{
    private const int DefaultAtOnce = 200, DefaultWaiting = 800, Most = 100_000;
    private const string RetrySeconds = "1";
    private static readonly string[] Doors = ["/api", "/wechat", "/v3/directline"];
    private readonly ConcurrencyLimiter? limiter;

    public Crowd(IConfiguration configuration)
    {
        var atOnce = Count(configuration, "Limits:AtOnce", DefaultAtOnce);
        var waiting = Count(configuration, "Limits:Waiting", DefaultWaiting);
        if (atOnce > 0)
            limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = atOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
    }

    /// <summary>Puts it before all that works.</summary>
    internal static void Use(IApplicationBuilder app)
    {
        var crowd = app.ApplicationServices.GetRequiredService<Crowd>();
        if (crowd.limiter is { } limiter) app.Use((context, next) => IsCounted(context) ? AdmitAsync(limiter, context, next) : next(context));
    }

    /// <inheritdoc />
    public void Dispose() => limiter?.Dispose();

    // Sockets stay open while nothing is done; pages and health checks cost nothing.
    private static bool IsCounted(HttpContext context)
    {
        if (context.Request.Headers.Upgrade.Count > 0) return false;
        foreach (var door in Doors)
        {
            if (context.Request.Path.StartsWithSegments(door, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static async Task AdmitAsync(ConcurrencyLimiter limiter, HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true } && !HasArrived(context.Request.BodyReader)) await TakeAsync(context);
        using var lease = await limiter.AcquireAsync(1, context.RequestAborted);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        context.Response.Headers.RetryAfter = RetrySeconds;
        await new ProblemReply(StatusCodes.Status429TooManyRequests, $"现在使用的人较多，请在 {RetrySeconds} 秒后再试。").ExecuteAsync(context);
    }

    // Nearly every body comes with its head: it is left to whoever reads it.
    private static bool HasArrived(PipeReader body)
    {
        if (!body.TryRead(out var read)) return false;
        body.AdvanceTo(read.Buffer.Start);
        return read.IsCompleted;
    }

    // Taken as it comes: a client that goes away in its midst would leave a read open that Kestrel stumbles over.
    private static async Task TakeAsync(HttpContext context)
    {
        var late = new MemoryStream();
        context.Response.RegisterForDispose(late);
        await context.Request.Body.CopyToAsync(late, context.RequestAborted);
        late.Position = 0;
        context.Request.Body = late;
    }

    private static int Count(IConfiguration configuration, string name, int otherwise) =>
        configuration[name] is not { Length: > 0 } given ? otherwise
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Most ? count
        : throw new StartException($"{name} 应为 0 至 {Most} 的整数。");
}
