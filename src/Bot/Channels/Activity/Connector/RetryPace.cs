using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Bot.Channels.Activity.Connector;

/// <summary>How often and how long a post is tried.</summary>
internal sealed record RetryPace
{
    private const int JitterPercent = 20;

    internal int Tries { get; init; } = 3;

    internal TimeSpan InAll { get; init; } = TimeSpan.FromSeconds(20);

    internal TimeSpan EachTry { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Before the second try; it doubles from there.</summary>
    internal TimeSpan First { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How long to wait before the next try.</summary>
    /// <param name="failures">How many tries failed before the last one.</param>
    /// <param name="asked">What the connector asked for; null where it did not.</param>
    internal TimeSpan Delay(int failures, TimeSpan? asked) =>
        asked ?? First * (1 << failures) * ((100 + RandomNumberGenerator.GetInt32(-JitterPercent, JitterPercent + 1)) / 100.0);

    /// <summary>Reads Retry-After: seconds, or a date by the sender's own clock.</summary>
    internal static TimeSpan? After(RetryConditionHeaderValue? header, DateTimeOffset sent)
    {
        var after = header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - sent,
            _ => (TimeSpan?)null,
        };
        return after is { } wait && wait < TimeSpan.Zero ? TimeSpan.Zero : after;
    }
}
