using System.Diagnostics.Metrics;
using Bot.Telemetry.Prometheus;

namespace Bot.Telemetry;

/// <summary>Seeing inside: figures for /metrics.</summary>
internal static class Observation
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<StoreSample>();
        services.AddSingleton<StateFigures>();
        services.AddSingleton(provider => new Collector(provider.GetRequiredService<StateFigures>().Scope, provider.GetRequiredService<IMeterFactory>()));
    }

    /// <summary>Begins to listen before the first request, and maps <c>/metrics</c>.</summary>
    internal static void Map(WebApplication app)
    {
        _ = app.Services.GetRequiredService<Collector>();
        MetricsEndpoints.Map(app);
    }
}
