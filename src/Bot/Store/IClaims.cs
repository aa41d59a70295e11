using Bot.Store.Records;

namespace Bot.Store;

/// <summary>Who works on which delivery; channels repeat them, and several instances may get the same one.</summary>
internal interface IClaims
{
    /// <summary>Takes a delivery, atomically across instances.</summary>
    /// <param name="channel">The door.</param>
    /// <param name="messageId">The channel's id of the message.</param>
    /// <param name="abandonedAfter">A claim without an answer that is older than this may be taken over, since its holder died; null: never.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>True for exactly one of all who try.</returns>
    Task<bool> TryClaimAsync(string channel, string messageId, TimeSpan? abandonedAfter, CancellationToken cancellation);

    /// <summary>Whether to work on a delivery whose answer is kept with its claim (<see cref="Records.KeptTurn.Delivery"/>).</summary>
    /// <remarks>Where this process is the only writer, nothing is written yet: it knows itself what it works on, and a claim kept before the answer would only be waited for.</remarks>
    /// <param name="channel">The door.</param>
    /// <param name="messageId">The channel's id of the message.</param>
    /// <param name="abandonedAfter">As for <see cref="TryClaimAsync"/>.</param>
    /// <param name="isSettled">
    /// Whether the work changes nothing before it is settled, by its answer's record or by <see cref="SettleClaimAsync"/>: the only
    /// writer then asks nothing either, since that finds out.
    /// </param>
    /// <param name="cancellation">Gives up waiting.</param>
    Task<bool> TryBeginAsync(string channel, string messageId, TimeSpan abandonedAfter, bool isSettled, CancellationToken cancellation);

    /// <summary>Notes what a delivery got that was not answered before.</summary>
    /// <returns>False where it was.</returns>
    Task<bool> SettleClaimAsync(string channel, string messageId, string answerId, CancellationToken cancellation);

    /// <summary>Notes the answer that a claimed delivery got.</summary>
    Task CompleteClaimAsync(string channel, string messageId, string answerId, CancellationToken cancellation);

    /// <summary>Gives a claim without an answer back, so that a repeated delivery is worked on again.</summary>
    Task ReleaseClaimAsync(string channel, string messageId, CancellationToken cancellation);

    /// <summary>Finds out what became of a delivery.</summary>
    Task<ProcessedMessage?> FindClaimAsync(string channel, string messageId, CancellationToken cancellation);
}
