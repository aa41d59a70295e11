using Bot.Telemetry;
using Knowledge.Corpus;

namespace Bot.Hosting;

/// <summary>Looks at the corpus folder now and then and takes a changed corpus over without a pause; a bad one is refused and the old one stays.</summary>
internal sealed partial class CorpusWatch(Composition composition, IConfiguration configuration, TimeProvider time, ILogger<CorpusWatch> logger) : BackgroundService
{
    private const int DefaultSeconds = 5;

    /// <summary>What tells a folder's state: names, sizes and times of its files.</summary>
    internal static string State(string folder)
    {
        try
        {
            return string.Join('|', new DirectoryInfo(folder).EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"{f.Name} {f.Length} {f.LastWriteTimeUtc.Ticks}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that is being replaced is looked at again the next time.
            return string.Empty;
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seconds = configuration.GetValue("Corpus:ReloadSeconds", DefaultSeconds);
        if (seconds <= 0) return;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(seconds), time);
        var (taken, seen) = (State(composition.Folder), string.Empty);
        // Whoever stops the program stops the clock: no tick is left to wait for, and nothing is thrown.
        using var stopped = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            var now = State(composition.Folder);
            // Two looks alike: whoever is copying files has finished.
            if (now.Length > 0 && now != taken && now == seen)
            {
                taken = now;
                Take();
            }

            seen = now;
        }
    }

    private void Take()
    {
        try
        {
            composition.Reload();
            Figures.CorpusChanged(taken: true);
            Log.Taken(logger, composition.Documents.Version);
        }
        catch (Exception e) when (e is CorpusException or StartException)
        {
            Figures.CorpusChanged(taken: false);
            Log.Refused(logger, e.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The corpus has changed; version {Version} holds from now on.")]
        internal static partial void Taken(ILogger logger, string version);

        [LoggerMessage(Level = LogLevel.Error, Message = "The corpus has changed and is refused, the old one stays: {Reason}")]
        internal static partial void Refused(ILogger logger, string reason);
    }
}
