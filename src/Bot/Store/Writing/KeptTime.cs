namespace Bot.Store.Writing;

/// <summary>Times as both databases keep them: milliseconds since 1970 UTC.</summary>
internal static class KeptTime
{
    internal static long Of(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    internal static DateTimeOffset Read(long kept) => DateTimeOffset.FromUnixTimeMilliseconds(kept);
}
