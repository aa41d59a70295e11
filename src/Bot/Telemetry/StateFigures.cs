using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Bot.Hosting;
using Bot.Store;

namespace Bot.Telemetry;

/// <summary>What this host is like at the moment it is asked: store, outbox, corpus, process.</summary>
internal sealed class StateFigures : IDisposable
{
    private readonly Meter meter;

    // Asked when somebody looks: until then what reads processes need not be loaded.
    private readonly Lazy<DateTimeOffset> started = new(BeginningOfProcess);

    public StateFigures(Composition composition, Availability availability, StoreSample sample, DialogueReadiness dialogue)
    {
        // Its own scope: in a process with several hosts each shows its own state.
        meter = new Meter(Figures.Name, null, null, this);
        meter.CreateObservableGauge("policy_assistant.store.available", () => availability.Problem is null ? 1 : 0, null, "Whether answers and feedback can be recorded (1) or not (0).");
        meter.CreateObservableGauge("policy_assistant.store.writes_waiting", () => availability.Database.Waiting, "{write}", "Writes that wait for a commit.");
        meter.CreateObservableGauge("policy_assistant.outbox.items", () => sample.Outbox.Select(o => new Measurement<int>(o.Count, new KeyValuePair<string, object?>("channel", o.Channel))), "{reply}", "Replies that wait to be sent, by channel.");
        meter.CreateObservableGauge("policy_assistant.index.ready", () => dialogue.IsReady ? 1 : 0, null, "Whether the clause index is built (1) or not (0).");
        meter.CreateObservableGauge("policy_assistant.index.clauses", () => composition.Documents.Documents.Sum(d => d.Clauses.Count), "{clause}", "Clauses in the index.");
        meter.CreateObservableGauge("policy_assistant.corpus.documents", () => composition.Documents.Documents.Count, "{document}", "Documents in the corpus.");
        meter.CreateObservableGauge("policy_assistant.corpus.info", () => new Measurement<int>(1, new KeyValuePair<string, object?>("version", composition.Documents.Version)), null, "The corpus that holds now; its figures were verified.");
        meter.CreateObservableGauge("policy_assistant.build.info", () => new Measurement<int>(1, new("version", Version), new("runtime", Environment.Version.ToString())), null, "The program.");
        meter.CreateObservableGauge("process.resident_memory", () => Environment.WorkingSet, "By", "Resident memory of the process.");
        meter.CreateObservableGauge("process.start_time", () => Math.Round((Started - DateTimeOffset.UnixEpoch).TotalSeconds, 3), "s", "When the process began, in seconds since 1970.");
    }

    /// <summary>What a collector tells this host's instruments by.</summary>
    internal object Scope => this;

    /// <summary>When the process began.</summary>
    internal DateTimeOffset Started => started.Value;

    /// <summary>The program's version.</summary>
    internal static string Version { get; } = typeof(StateFigures).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    private static DateTimeOffset BeginningOfProcess()
    {
        using var process = Process.GetCurrentProcess();
        return process.StartTime;
    }
}
