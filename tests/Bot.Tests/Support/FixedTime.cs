namespace Bot.Tests.Support;

/// <summary>A clock that stands still.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    /// <summary>An hour before midnight in London, and so the next day in China.</summary>
    internal static readonly FixedTime FirstOctober = new(new DateTimeOffset(2022, 9, 30, 23, 0, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => now;
}
