using Bot.Store.Records;

namespace Bot.Store;

/// <summary>Access tokens that instances share; what is kept is sealed by whoever keeps it.</summary>
internal interface ITokens
{
    /// <summary>Finds what is kept under a name, in time or not; nothing where the store is unavailable.</summary>
    Task<KeptToken?> FindTokenAsync(string name, CancellationToken cancellation);

    /// <summary>Takes the right to fetch a new token, atomically across instances.</summary>
    /// <param name="name">Whose token.</param>
    /// <param name="seen">The sealed text that is out of use; empty where there was none. Whoever was overtaken by another's new token gets nothing.</param>
    /// <param name="holder">Who fetches; of this attempt alone.</param>
    /// <param name="lease">How long fetching may take; afterwards another one may, since this one died.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>True for one of all who try.</returns>
    Task<bool> TryLeaseTokenAsync(string name, string seen, string holder, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Keeps what the holder fetched and ends the lease; does nothing for a holder whose lease another one took over.</summary>
    Task KeepTokenAsync(KeptToken token, string holder, CancellationToken cancellation);

    /// <summary>Ends the lease of a holder who got nothing.</summary>
    Task ReleaseTokenAsync(string name, string holder, CancellationToken cancellation);
}
