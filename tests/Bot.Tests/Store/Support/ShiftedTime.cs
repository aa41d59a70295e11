namespace Bot.Tests.Store.Support;

/// <summary>A clock that stands until it is moved; its timers are the system's, since disks and servers do not wait for it.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    internal static readonly DateTimeOffset Start = new(2025, 10, 20, 8, 30, 0, TimeSpan.Zero);

    internal DateTimeOffset Now { get; set; } = Start;

    public override DateTimeOffset GetUtcNow() => Now;
}
