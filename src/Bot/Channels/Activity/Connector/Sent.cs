namespace Bot.Channels.Activity.Connector;

/// <summary>What became of a post.</summary>
internal abstract record Sent
{
    private Sent()
    {
    }

    /// <summary>The connector took it.</summary>
    /// <param name="Id">The id that it gave the message; null where it gave none.</param>
    internal sealed record Taken(string? Id) : Sent;

    /// <summary>The connector will never take it.</summary>
    internal sealed record Refused(int Status) : Sent;

    /// <summary>It may be tried again later.</summary>
    /// <param name="After">Not before that much time; null where the connector did not say.</param>
    internal sealed record Later(TimeSpan? After) : Sent;
}
