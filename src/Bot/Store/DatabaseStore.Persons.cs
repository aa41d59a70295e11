using Bot.Store.Records;
using Bot.Store.Writing;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store;

/// <summary>One person's data, and the accesses of the desk.</summary>
internal sealed partial class DatabaseStore
{
    /// <inheritdoc/>
    public Task<PersonData> FindPersonAsync(Person person, CancellationToken cancellation) =>
        WriteAsync((session, token) => PersonReads.FindAsync(session, person, token), cancellation);

    /// <inheritdoc/>
    public Task<PersonData> DeletePersonAsync(Person person, CancellationToken cancellation) =>
        WriteAsync(
            async (session, token) =>
            {
                var found = await PersonReads.FindAsync(session, person, token);
                await PersonWrites.DeleteAsync(session, found, token);
                return found;
            },
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AccessRecord>> DeletionsAsync(DateTimeOffset since, CancellationToken cancellation) =>
        ReadAsync((session, token) => PersonReads.DeletionsAsync(session, since, token), [], cancellation);

    /// <inheritdoc/>
    public Task AddAccessAsync(AccessRecord access, CancellationToken cancellation)
    {
        KeptText.Check(access.Who, access.Address, access.Action, access.Subject);
        return WriteAsync((session, token) => PersonWrites.AddAccessAsync(session, access, token), cancellation);
    }

    /// <inheritdoc/>
    public Task<AccessPage> AccessesAsync(long? before, int most, CancellationToken cancellation) =>
        ReadAsync(
            async context =>
            {
                var rows = await context.Accesses.Where(row => before == null || row.Id < before).OrderByDescending(row => row.Id).Take(most + 1).ToListAsync(cancellation);
                return new AccessPage([.. rows.Take(most)], rows.Count > most ? rows[most - 1].Id : null);
            },
            new AccessPage([], null));
}
