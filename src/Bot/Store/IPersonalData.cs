using Bot.Store.Records;

namespace Bot.Store;

/// <summary>What a person may ask for, and who looked at what.</summary>
internal interface IPersonalData
{
    /// <summary>Everything that is kept of one person, as it stands at one moment.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot tell.</exception>
    Task<PersonData> FindPersonAsync(Person person, CancellationToken cancellation);

    /// <summary>Deletes everything that is kept of one person, all or nothing.</summary>
    /// <returns>What was deleted.</returns>
    Task<PersonData> DeletePersonAsync(Person person, CancellationToken cancellation);

    /// <summary>The deletions that were begun since a time, by whichever process; empty where the store cannot tell.</summary>
    Task<IReadOnlyList<AccessRecord>> DeletionsAsync(DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Keeps an access; durable when the task ends.</summary>
    Task AddAccessAsync(AccessRecord access, CancellationToken cancellation);

    /// <summary>Lists accesses, the newest first.</summary>
    /// <param name="before">The <see cref="AccessPage.Next"/> of the page before; null for the first.</param>
    /// <param name="most">Accesses a page.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    Task<AccessPage> AccessesAsync(long? before, int most, CancellationToken cancellation);
}
