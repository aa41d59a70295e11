using System.Diagnostics.Metrics;
using Bot.Telemetry;

namespace Bot.LanguageModel;

/// <summary>What is counted of the language model; no text and no name is part of any of it.</summary>
internal static class ModelMeter
{
    private static readonly Meter Meter = new(Figures.Name);
    private static readonly Counter<long> Asked = Meter.CreateCounter<long>("policy_assistant.model.asked", "{call}", "Questions to the language model, by prompt.");
    private static readonly Counter<long> Used = Meter.CreateCounter<long>("policy_assistant.model.used", "{call}", "Replies of the model that an answer was made with, by prompt.");
    private static readonly Counter<long> Declined = Meter.CreateCounter<long>("policy_assistant.model.declined", "{call}", "Replies that left the matter as it was, by prompt.");
    private static readonly Counter<long> Rejected = Meter.CreateCounter<long>("policy_assistant.model.rejected", "{call}", "Replies that were rejected, by prompt and reason.");
    private static readonly Counter<long> Failed = Meter.CreateCounter<long>("policy_assistant.model.failed", "{call}", "Questions without a reply, by prompt and reason.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("policy_assistant.model.duration", "s", "How long the model took, failures included.");

    /// <summary>Counts one question and what came of it.</summary>
    /// <param name="prompt">The prompt's name.</param>
    /// <param name="outcome">As <see cref="Answering.ModelNote"/> has it.</param>
    /// <param name="took">How long it took.</param>
    internal static void Count(string prompt, string outcome, TimeSpan took)
    {
        KeyValuePair<string, object?> about = new("prompt", prompt);
        Asked.Add(1, about);
        Duration.Record(took.TotalSeconds, about);
        var colon = outcome.IndexOf(':', StringComparison.Ordinal);
        var (kind, reason) = colon < 0 ? (outcome, "") : (outcome[..colon], outcome[(colon + 1)..]);
        switch (kind)
        {
            case Outcomes.Used: Used.Add(1, about); break;
            case Outcomes.Declined: Declined.Add(1, about); break;
            case Outcomes.Rejected: Rejected.Add(1, about, new("reason", reason)); break;
            default: Failed.Add(1, about, new("reason", Label(reason))); break;
        }
    }

    // A service may send any status; as a label it is one of a few.
    private static string Label(string reason) => reason switch
    {
        "status-401" or "status-403" or "status-404" or "status-429" => reason,
        _ when reason.StartsWith("status-4", StringComparison.Ordinal) => "status-4xx",
        _ when reason.StartsWith("status-", StringComparison.Ordinal) => "status-5xx",
        _ => reason,
    };
}

/// <summary>What may come of a question to the model.</summary>
internal static class Outcomes
{
    /// <summary>The answer was made with the reply.</summary>
    internal const string Used = "used";

    /// <summary>The reply left the matter as it was.</summary>
    internal const string Declined = "declined";

    /// <summary>The reply was rejected.</summary>
    internal const string Rejected = "rejected";

    /// <summary>There was no reply.</summary>
    internal const string Failed = "failed";
}
