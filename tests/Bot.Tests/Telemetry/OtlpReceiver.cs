using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Telemetry;

/// <summary>A span as it arrived.</summary>
internal sealed record Span(string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags);

/// <summary>A collector that takes OTLP over HTTP in protobuf, on a free port of this machine.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private OtlpReceiver(WebApplication app) => this.app = app;

    /// <summary>Its address.</summary>
    internal string Address => app.Urls.First();

    /// <summary>Every span that arrived.</summary>
    internal ConcurrentBag<Span> Spans { get; } = [];

    /// <summary>The names of every metric that arrived.</summary>
    internal ConcurrentBag<string> Metrics { get; } = [];

    /// <summary>Everything that arrived, as bytes that were text once.</summary>
    internal ConcurrentBag<string> Raw { get; } = [];

    internal static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver.app.MapPost("/v1/traces", receiver.TakeTracesAsync);
        receiver.app.MapPost("/v1/metrics", receiver.TakeMetricsAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeTracesAsync(HttpRequest request)
    {
        var body = await BodyAsync(request);
        // ExportTraceServiceRequest 1 resource_spans, 2 scope_spans, 2 spans.
        foreach (var span in from resource in Wire.Read(body).Of(1) from scope in Wire.Read(resource).Of(2) from span in Wire.Read(scope).Of(2) select Wire.Read(span))
        {
            var tags = span.Of(9).Select(Wire.Read).ToDictionary(t => Encoding.UTF8.GetString(t.Of(1).First()), t => t.Of(2).Select(v => Encoding.UTF8.GetString(Wire.Read(v).Of(1).FirstOrDefault() ?? [])).FirstOrDefault() ?? "");
            Spans.Add(new Span(Hex(span, 1), Hex(span, 2), Hex(span, 4), Encoding.UTF8.GetString(span.Of(5).First()), tags));
        }

        return Results.Bytes([], "application/x-protobuf");
    }

    private async Task<IResult> TakeMetricsAsync(HttpRequest request)
    {
        var body = await BodyAsync(request);
        foreach (var metric in from resource in Wire.Read(body).Of(1) from scope in Wire.Read(resource).Of(2) from metric in Wire.Read(scope).Of(2) select Wire.Read(metric))
            Metrics.Add(Encoding.UTF8.GetString(metric.Of(1).First()));
        return Results.Bytes([], "application/x-protobuf");
    }

    private async Task<byte[]> BodyAsync(HttpRequest request)
    {
        Assert.Equal("application/x-protobuf", request.ContentType);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        Raw.Add(Encoding.UTF8.GetString(body.ToArray()));
        return body.ToArray();
    }

    private static string Hex(Wire message, int field) => Convert.ToHexStringLower(message.Of(field).FirstOrDefault() ?? []);
}
