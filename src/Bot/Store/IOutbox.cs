using Bot.Store.Records;

namespace Bot.Store;

/// <summary>Replies that are sent after their request has ended.</summary>
internal interface IOutbox
{
    /// <summary>Keeps a reply for sending.</summary>
    /// <exception cref="StoreConflictException">The item's id is taken.</exception>
    Task EnqueueAsync(OutboxItem item, CancellationToken cancellation);

    /// <summary>Takes replies that are due and not expired, the longest due first; no other instance gets them until the lease ends.</summary>
    /// <param name="most">At most this many.</param>
    /// <param name="lease">How long sending may take; afterwards an item that was neither removed nor postponed is due again.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The items, this attempt counted in <see cref="OutboxItem.Attempts"/>; none where the store is unavailable.</returns>
    Task<IReadOnlyList<OutboxItem>> TakeDueAsync(int most, TimeSpan lease, CancellationToken cancellation);

    /// <summary>The same for one channel alone, so that each channel's sender takes what it can send.</summary>
    Task<IReadOnlyList<OutboxItem>> TakeDueAsync(string channel, int most, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Puts an item off.</summary>
    Task PostponeAsync(string id, DateTimeOffset due, CancellationToken cancellation);

    /// <summary>Removes an item that was sent, or that never can be.</summary>
    Task RemoveAsync(string id, CancellationToken cancellation);
}
