namespace Bot.Hosting;

/// <summary>The day for which an answer holds where the caller names none: today in China, or the day given at start.</summary>
internal sealed class Today(TimeProvider time, DateOnly? pinned = null)
{
    // China has kept one offset all year since 1992; a fixed one needs no time zone data on the machine.
    private static readonly TimeSpan ChinaStandardTime = TimeSpan.FromHours(8);

    internal DateOnly Date => pinned ?? DateOnly.FromDateTime(time.GetUtcNow().ToOffset(ChinaStandardTime).DateTime);
}
