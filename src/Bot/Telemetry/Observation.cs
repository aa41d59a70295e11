using System.Diagnostics.Metrics;
using Bot.Telemetry.Prometheus;

namespace Bot.Telemetry;

/// <summary>Seeing inside: figures for /metrics, and both figures and traces for a collector where one is set.</summary>
internal static class Observation
{
    /// <exception cref="Hosting.StartException">A setting is wrong.</exception>
    internal static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<StoreSample>();
        services.AddSingleton<StateFigures>();
        services.AddSingleton(provider => new Collector(provider.GetRequiredService<StateFigures>().Scope, provider.GetRequiredService<IMeterFactory>()));
        if (OtlpExport.Read(configuration) is { } target) services.AddSingleton(target).AddHostedService<OtlpExport>();
    }

    /// <summary>Begins to listen before the first request, and maps <c>/metrics</c>.</summary>
    internal static void Map(WebApplication app)
    {
        _ = app.Services.GetRequiredService<Collector>();
        Figures.Begin();
        MetricsEndpoints.Map(app);
    }
}
