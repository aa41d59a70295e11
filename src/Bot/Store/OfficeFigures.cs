using Bot.Store.Records;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store;

/// <summary>Counts over the tables, in statements that both databases understand.</summary>
internal sealed class OfficeFigures(Availability availability) : IOfficeFigures
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxLength>> OutboxLengthsAsync(CancellationToken cancellation) =>
        ReadAsync<OutboxLength>($"""SELECT channel AS "Channel", CAST(COUNT(*) AS INTEGER) AS "Count" FROM outbox GROUP BY channel""", cancellation);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(FormattableString sql, CancellationToken cancellation)
    {
        if (await availability.ProblemAsync() is not null)
            return [];
        try
        {
            await using var context = availability.Database.CreateContext();
            return await context.Database.SqlQuery<T>(sql).ToListAsync(cancellation);
        }
        catch (Exception fault) when (availability.Database.Judge(fault) is { } problem)
        {
            availability.Report(problem, fault);
            return [];
        }
    }
}
