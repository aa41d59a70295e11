using Bot.Api.Description;
using Bot.Hosting;

namespace Bot.Api;

/// <summary>Liveness and readiness.</summary>
internal static class HealthEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", Live).Describe("程序在运行", reply: "Health");
        app.MapGet("/readyz", ReadyAsync).Describe("程序能做到它承诺的一切", reply: "Health", errors: [503]);
    }

    internal static IResult Live() => Status("ok", [], StatusCodes.Status200OK);

    internal static async Task<IResult> ReadyAsync(IEnumerable<IReadiness> checks, HttpContext context)
    {
        var reasons = new List<string>();
        var starting = true;
        foreach (var check in checks)
        {
            if (await check.CheckAsync(context.RequestAborted) is not { } unready) continue;
            reasons.Add(unready.Reason);
            starting &= unready.IsStarting;
        }

        return reasons.Count == 0
            ? Status("ready", reasons, StatusCodes.Status200OK)
            : Status(starting ? "starting" : "degraded", reasons, StatusCodes.Status503ServiceUnavailable);
    }

    private static JsonReply Status(string status, List<string> reasons, int code) => new(
        json =>
        {
            json.WriteStartObject();
            json.WriteString("status", status);
            if (reasons.Count > 0) json.WriteStrings("reasons", reasons);
            json.WriteEndObject();
        },
        code);
}
