namespace Bot.Channels.Tencent;

/// <summary>A time in which nothing is sent, since the service would only count it against us.</summary>
internal sealed class Pause(TimeProvider time)
{
    private long until;

    internal bool IsOn => time.GetUtcNow().UtcTicks < Interlocked.Read(ref until);

    internal void Until(DateTimeOffset end) => Interlocked.Exchange(ref until, end.UtcTicks);
}
