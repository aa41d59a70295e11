namespace Bot.Hosting;

/// <summary>Something that must work for the program to do all it promises.</summary>
internal interface IReadiness
{
    /// <summary>Whether it is still starting, rather than out of order.</summary>
    bool IsStarting => false;

    /// <summary>Null where it works; otherwise one sentence in Chinese, without paths or secrets.</summary>
    ValueTask<string?> FaultAsync(CancellationToken cancellation);
}
