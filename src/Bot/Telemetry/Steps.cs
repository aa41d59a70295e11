using System.Diagnostics;

namespace Bot.Telemetry;

/// <summary>The steps that a message goes through, as spans of a trace. Nobody listening, a step costs some nanoseconds and no memory.</summary>
/// <remarks>A span bears a channel, a kind, a version. Never a text, a user or an id.</remarks>
internal static class Steps
{
    internal const string Turn = "turn";
    internal const string Recall = "recall";
    internal const string Normalise = "normalise";
    internal const string Understand = "understand";
    internal const string Decide = "decide";
    internal const string Answer = "answer";
    internal const string Guard = "guard";
    internal const string Model = "model";
    internal const string Record = "record";
    internal const string Render = "render";
    internal const string Deliver = "deliver";

    private static readonly ActivitySource Source = new(Figures.Name);

    /// <summary>Begins a step; it ends when it is disposed of.</summary>
    /// <returns>Null where nobody listens.</returns>
    internal static Activity? Begin(string step) => Source.StartActivity(step);

    /// <summary>Ends one step and begins the next.</summary>
    internal static Activity? Next(Activity? before, string step)
    {
        before?.Dispose();
        return Begin(step);
    }
}
