using Microsoft.AspNetCore.Http.Features;

namespace Bot.Telemetry;

/// <summary>Writes method, route and status into the span of a request, where a trace is being taken.</summary>
internal static class RouteTags
{
    internal static void Use(IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var span = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (span is not { IsAllDataRequested: true })
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            span.SetTag("http.request.method", Known(context.Request.Method));
            if ((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } route) span.SetTag("http.route", route);
            span.SetTag("http.response.status_code", context.Response.StatusCode);
        }
    });

    private static string Known(string method) => method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "PATCH" or "OPTIONS" ? method : "_OTHER";
}
