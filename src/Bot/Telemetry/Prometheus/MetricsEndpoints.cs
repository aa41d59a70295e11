using System.Text;
using Bot.Api;
using Bot.Api.Description;

namespace Bot.Telemetry.Prometheus;

/// <summary><c>GET /metrics</c>: figures alone, no text and no user, so that a scraper needs no sign-in. A proxy in front keeps it inside.</summary>
internal static class MetricsEndpoints
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/metrics", ShowAsync)
        .Describe(new CallDescription("运行指标，Prometheus 文本格式", Body: null, Reply: "MetricsText", StatusCodes.Status200OK, Query: [], Errors: []) { ReplyTypes = ["text/plain"] });

    internal static async Task ShowAsync(HttpContext context, Collector collector, StoreSample sample)
    {
        await sample.TakeAsync(context.RequestAborted);
        var text = "";
        collector.Read(families => text = Exposition.Write(families));
        context.Response.Headers.CacheControl = "no-store";
        await JsonReply.Send(context, Encoding.UTF8.GetBytes(text), StatusCodes.Status200OK, Exposition.ContentType);
    }
}
