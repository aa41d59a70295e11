using System.Diagnostics.Metrics;

namespace Bot.Telemetry;

/// <summary>What is counted, for the whole process; any room's instrument on a meter of this name is shown by /metrics without further ado.</summary>
/// <remarks>Labels come from small closed sets: a channel, a kind, a door. Never a question, a user or an id.</remarks>
internal static class Figures
{
    /// <summary>The meter's name, and the name of the traces.</summary>
    internal const string Name = "PolicyAssistant";

    /// <summary>Seconds that tell a fast answer from a slow one: the turn itself takes tens of microseconds, a durable record some milliseconds.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] };

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Questions = Meter.CreateCounter<long>("policy_assistant.questions", "{question}", "Questions answered, by channel and kind of answer.");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram("policy_assistant.turn.duration", "s", "Time from a question to its recorded answer.", tags: null, advice: Seconds);
    private static readonly Counter<long> Ratings = Meter.CreateCounter<long>("policy_assistant.feedback", "{rating}", "Feedback that was kept, helpful or not.");
    private static readonly Counter<long> WithheldAnswers = Meter.CreateCounter<long>("policy_assistant.answers.withheld", "{answer}", "Answers that the guard did not let out.");
    private static readonly Counter<long> UnkeptAnswers = Meter.CreateCounter<long>("policy_assistant.answers.not_kept", "{answer}", "Answers that were given and could not be recorded.");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>("policy_assistant.rate_limited", "{request}", "Requests and messages refused for coming too often, by door.");
    private static readonly Counter<long> CorpusLooks = Meter.CreateCounter<long>("policy_assistant.corpus.reloads", "{reload}", "Changed corpora, taken over or refused.");

    /// <summary>Shows what has not happened yet as 0, so that the first time is seen as a rise.</summary>
    internal static void Begin()
    {
        foreach (var helpful in (string[])["true", "false"]) Ratings.Add(0, new KeyValuePair<string, object?>("helpful", helpful));
        foreach (var outcome in (string[])["taken", "refused"]) CorpusLooks.Add(0, new KeyValuePair<string, object?>("outcome", outcome));
        WithheldAnswers.Add(0);
        UnkeptAnswers.Add(0);
        Refused.Add(0, new KeyValuePair<string, object?>("door", "api"));
    }

    /// <summary>A question was answered.</summary>
    internal static void Answered(string channel, string kind, TimeSpan took)
    {
        var door = Door(channel);
        Questions.Add(1, new("channel", door), new("kind", kind));
        Durations.Record(took.TotalSeconds, new KeyValuePair<string, object?>("channel", door));
    }

    /// <summary>A channel as a label: whoever calls the Activity door names the channel freely, and only known names are told apart.</summary>
    internal static string Door(string channel) => channel switch
    {
        "activity:msteams" or "activity:webchat" or "activity:directline" or "activity:emulator" or "activity:agents" => channel,
        _ => channel.StartsWith("activity", StringComparison.Ordinal) ? "activity:other" : channel,
    };

    /// <summary>Feedback was kept.</summary>
    internal static void Rated(bool helpful) => Ratings.Add(1, new KeyValuePair<string, object?>("helpful", helpful ? "true" : "false"));

    /// <summary>The guard found fault with an answer.</summary>
    internal static void Withheld() => WithheldAnswers.Add(1);

    /// <summary>An answer was given without a record.</summary>
    internal static void NotKept() => UnkeptAnswers.Add(1);

    /// <summary>Somebody came too often.</summary>
    /// <param name="door">Which door: <c>api</c>, <c>activity</c>, <c>sign-in</c>, …</param>
    internal static void RateLimited(string door) => Refused.Add(1, new KeyValuePair<string, object?>("door", door));

    /// <summary>The corpus changed.</summary>
    internal static void CorpusChanged(bool taken) => CorpusLooks.Add(1, new KeyValuePair<string, object?>("outcome", taken ? "taken" : "refused"));
}
