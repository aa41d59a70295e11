namespace Bot.Tests.Support;

/// <summary>A clock that runs like any other, from a morning in October on, and can be moved ahead.</summary>
internal sealed class MovedTime : TimeProvider
{
    private long ahead = (new DateTimeOffset(2025, 10, 20, 8, 30, 0, TimeSpan.Zero) - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    internal void Move(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
