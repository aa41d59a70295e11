namespace Bot.Hosting;

/// <summary>Something that must work for the program to do all it promises.</summary>
internal interface IReadiness
{
    /// <summary>Null where it works.</summary>
    ValueTask<Unready?> CheckAsync(CancellationToken cancellation);
}

/// <summary>Why something does not work.</summary>
/// <param name="Reason">One sentence in Chinese, without paths or secrets.</param>
/// <param name="IsStarting">Whether it is only not open yet, rather than out of order.</param>
internal sealed record Unready(string Reason, bool IsStarting = false);
