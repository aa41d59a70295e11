using System.Globalization;
using Bot.Api;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Bot.Hosting;

/// <summary>
/// How long a request may take as a whole: its body, its wait for a place, its work. Each wait has a limit of its own;
/// this one holds whatever they add up to. What was begun and does not belong to the request alone goes on: a turn is
/// recorded, and whoever sends it again gets its answer.
/// </summary>
internal static class TimeLimit
{
    private const string Setting = "Limits:RequestSeconds";
    private const int DefaultSeconds = 30, Most = 3600;
    private const string RetrySeconds = "5";

    /// <summary>Reads the setting and declares the limit.</summary>
    /// <exception cref="StartException">It is no count of seconds.</exception>
    internal static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var seconds = configuration[Setting] is not { Length: > 0 } given ? DefaultSeconds
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Most ? count
            : throw new StartException($"{Setting} 应为 0（不限）至 {Most} 的整数（秒）。");
        services.AddRequestTimeouts(options =>
        {
            if (seconds > 0) options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(seconds), WriteTimeoutResponse = context => ReplyAsync(context, seconds) };
        });
    }

    // The response was cleared, headers and all; and what ended the work must not end this reply.
    private static Task ReplyAsync(HttpContext context, int seconds)
    {
        context.RequestAborted = CancellationToken.None;
        SecurityHeaders.Set(context);
        context.Response.Headers.RetryAfter = RetrySeconds;
        return new ProblemReply(StatusCodes.Status503ServiceUnavailable, $"请求没有在 {seconds} 秒内处理完，请稍后再试。").ExecuteAsync(context);
    }
}
