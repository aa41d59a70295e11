using Bot.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Bot.Telemetry;

/// <summary>Sends traces and figures to a collector by OTLP, where one is set; nothing is made and nobody listens where none is.</summary>
internal sealed class OtlpExport : BackgroundService
{
    /// <summary>Ours; the standard's is <see cref="StandardEndpoint"/>.</summary>
    internal const string Endpoint = "Telemetry:OtlpEndpoint";

    private const string StandardEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string StandardProtocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string ServiceName = "policy-assistant";
    private static readonly TimeSpan SampledEvery = TimeSpan.FromSeconds(15);
    private readonly StoreSample sample;
    private readonly TimeProvider time;
    private readonly TracerProvider traces;
    private readonly MeterProvider figures;

    public OtlpExport(OtlpTarget target, StoreSample sample, TimeProvider time)
    {
        (this.sample, this.time) = (sample, time);
        // The standard's own variables may name the service otherwise.
        var resource = ResourceBuilder.CreateEmpty().AddService(ServiceName, serviceVersion: StateFigures.Version).AddTelemetrySdk().AddEnvironmentVariableDetector();
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Figures.Name)
            .AddSource(RequestSpans.Source)
            .AddProcessor(new RequestSpans())
            .AddOtlpExporter(options => target.Apply(options, "v1/traces"))
            .Build();
        figures = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Figures.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime")
            .AddOtlpExporter(options => target.Apply(options, "v1/metrics"))
            .Build();
    }

    /// <summary>Where to, as the settings say; null where nowhere.</summary>
    /// <exception cref="StartException">A setting is wrong.</exception>
    internal static OtlpTarget? Read(IConfiguration configuration)
    {
        var (name, given) = configuration[Endpoint]?.Trim() is { Length: > 0 } ours ? (Endpoint, ours) : (StandardEndpoint, configuration[StandardEndpoint]?.Trim() ?? "");
        if (given.Length == 0) return null;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw new StartException($"{name} 应为 http 或 https 地址，例如 http://127.0.0.1:4318。");
        return configuration[StandardProtocol]?.Trim() switch
        {
            null or "" or "http/protobuf" => new OtlpTarget(address, OtlpExportProtocol.HttpProtobuf),
            "grpc" => new OtlpTarget(address, OtlpExportProtocol.Grpc),
            _ => throw new StartException($"{StandardProtocol} 应为 http/protobuf 或 grpc。"),
        };
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        // What is not sent yet is sent now.
        traces.Dispose();
        figures.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SampledEvery, time);
        do await sample.TakeAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

/// <summary>A collector's address.</summary>
/// <param name="Address">Without the path of what is sent.</param>
/// <param name="Protocol">How it is sent.</param>
internal sealed record OtlpTarget(Uri Address, OtlpExportProtocol Protocol)
{
    /// <summary>Fills in the exporter's options; headers and time limits come from the standard's own variables.</summary>
    internal void Apply(OtlpExporterOptions options, string path)
    {
        options.Protocol = Protocol;
        // An address that is given by code is taken as it is.
        options.Endpoint = Protocol == OtlpExportProtocol.Grpc ? Address : new Uri(Address.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
