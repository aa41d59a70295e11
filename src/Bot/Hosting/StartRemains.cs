namespace Bot.Hosting;

/// <summary>Gives back what only the start needed: parsed files, half-built tables, the space between them.</summary>
internal static class StartRemains
{
    // Long enough that whoever waited for readiness has been answered, short enough that no load has built up yet.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits until everything is ready, and collects once, whole and compacting: the collector itself would keep the pages for later.</summary>
    internal static async Task ClearAsync(WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        var time = app.Services.GetRequiredService<TimeProvider>();
        IReadiness[] parts = [.. app.Services.GetServices<IReadiness>()];
        try
        {
            do await Task.Delay(Pause, time, stopping);
            while (!await AreReadyAsync(parts, stopping));
        }
        catch (OperationCanceledException)
        {
            return;
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private static async Task<bool> AreReadyAsync(IReadiness[] parts, CancellationToken stopping)
    {
        foreach (var part in parts)
        {
            if (await part.CheckAsync(stopping) is { IsStarting: true }) return false;
        }

        return true;
    }
}
