using Bot.Api;
using Bot.Channels.Activity.Security;
using Bot.Channels.Activity.Wire;
using Bot.Inputs;
using Microsoft.Net.Http.Headers;

namespace Bot.Channels.Activity;

/// <summary><c>POST /api/messages</c>: who calls, what arrived, and the way the reply takes.</summary>
internal static class ActivityEndpoints
{
    // The answer is durable before the delivery is acknowledged, unless it takes longer than the channel should wait.
    private static readonly TimeSpan AcknowledgedAfter = TimeSpan.FromSeconds(3);

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/messages", ReceiveAsync).ExcludeFromDescription();

    internal static async Task<IResult> ReceiveAsync(HttpContext context, CallerCheck callers, ServiceHosts hosts, ActivityRouter router, UserRate rate)
    {
        var (caller, status) = await callers.CheckAsync(context);
        if (caller is null)
        {
            if (status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
            return Refusal(status);
        }

        var (activity, problem) = await ReadAsync(context.Request);
        if (activity is null) return problem!;
        if (caller.Refusal(activity, hosts) is > 0 and var refusal) return Refusal(refusal);
        if (activity.Type == "message")
        {
            // Without a place to reply to there is nothing to work for.
            if (!activity.ExpectsReplies && hosts.Find(activity.ServiceUrl) is null)
                return ProblemReply.Of([new InputFault("serviceUrl", "消息应写明 serviceUrl，或以 deliveryMode: expectReplies 要求随响应答复。")]);
            if (rate.Refusal(context, activity) is { } tooMany) return tooMany;
        }

        return await router.RouteAsync(activity, BaseUrl(context, caller), AcknowledgedAfter, context.RequestAborted);
    }

    private static async ValueTask<(IncomingActivity? Activity, IResult? Problem)> ReadAsync(HttpRequest request)
    {
        if (!IsJson(request.ContentType)) return (null, new ProblemReply(415, ProblemTitles.Detail(415)));
        var (activity, faults, fault) = await RequestBody.ReadAsync(request, ActivityReader.Read);
        if (activity is null) return (null, faults.Count > 0 ? ProblemReply.Of(faults) : new ProblemReply(400, fault));
        return (request.Headers.ContainsKey("x-ms-agents-playground") ? activity with { IsPlayground = true } : activity, null);
    }

    private static bool IsJson(string? contentType) =>
        RequestBody.IsPlainJson(contentType) || (MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));

    // Whoever calls from this machine can read the clauses at the address that they called.
    private static Uri? BaseUrl(HttpContext context, Caller caller) =>
        caller is Caller.Local ? new Uri($"{context.Request.Scheme}://{context.Request.Host}") : null;

    private static ProblemReply Refusal(int status) => status == StatusCodes.Status401Unauthorized
        ? new ProblemReply(status, "请求没有通过身份验证。")
        : new ProblemReply(status, "请求没有访问这个入口的权限。");
}
