using System.Diagnostics;
using OpenTelemetry;

namespace Bot.Telemetry;

/// <summary>The web host's own span of a request, made fit to leave: named by route, without path, query, address or browser; probes leave none.</summary>
internal sealed class RequestSpans : BaseProcessor<Activity>
{
    internal const string Source = "Microsoft.AspNetCore";
    private static readonly string[] Kept = ["http.request.method", "http.route", "http.response.status_code"];

    /// <inheritdoc />
    public override void OnEnd(Activity data)
    {
        if (data.Source.Name != Source) return;
        var (method, route) = (data.GetTagItem(Kept[0]) as string ?? "HTTP", data.GetTagItem(Kept[1]) as string);
        if (route is "/metrics" or "/healthz" or "/readyz") data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        data.DisplayName = route is null ? method : $"{method} {route}";
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            // An answer's id stands in the path, a token or a user id in the query.
            if (!Kept.Contains(name)) data.SetTag(name, null);
        }
    }
}
