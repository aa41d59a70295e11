namespace Bot.Channels.Tencent;

/// <summary>Quotas are counted by the day in China.</summary>
internal static class QuotaDay
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>A few minutes after the next midnight there.</summary>
    internal static DateTimeOffset Next(DateTimeOffset now) => new DateTimeOffset(now.ToOffset(China).Date.AddDays(1), China).AddMinutes(5);
}
