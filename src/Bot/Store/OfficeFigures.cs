using Bot.Store.Databases;
using Bot.Store.Records;
using Bot.Store.Writing;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store;

/// <summary>Counts over the tables, in statements that both databases understand.</summary>
internal sealed class OfficeFigures(Availability availability) : IOfficeFigures
{
    // Times are kept in milliseconds; China's day begins eight hours before London's.
    private const long Day = 24 * 60 * 60 * 1000L, ChinaStandardTime = 8 * 60 * 60 * 1000L;

    private static readonly Statement OutboxLengths = new("SELECT channel, CAST(COUNT(*) AS INTEGER) FROM outbox GROUP BY channel");

    /// <inheritdoc/>
    /// <remarks>Not through EF: whoever watches the program asks it every few seconds, and EF takes 20 MB.</remarks>
    public Task<IReadOnlyList<OutboxLength>> OutboxLengthsAsync(CancellationToken cancellation) =>
        availability.OrNothingAsync(
            () => availability.Database.ReadAsync(
                (session, token) => session.QueryAsync(OutboxLengths, row => new OutboxLength(row.GetString(0), row.GetInt32(1)), token),
                cancellation),
            []);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UsageCount>> UsageAsync(DateTimeOffset since, CancellationToken cancellation) =>
        ReadAsync<UsageCount>(
            $"""
            SELECT (at + {ChinaStandardTime}) / {Day} AS "Day", channel AS "Channel", kind AS "Kind", CAST(COUNT(*) AS INTEGER) AS "Count"
            FROM answers WHERE at >= {KeptTime.Of(since)} GROUP BY 1, 2, 3
            """,
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RatingCount>> RatingsAsync(DateTimeOffset since, CancellationToken cancellation) =>
        ReadAsync<RatingCount>(
            $"""
            SELECT (at + {ChinaStandardTime}) / {Day} AS "Day", helpful AS "Helpful", CAST(COUNT(*) AS INTEGER) AS "Count"
            FROM feedback WHERE at >= {KeptTime.Of(since)} GROUP BY 1, 2
            """,
            cancellation);

    private Task<IReadOnlyList<T>> ReadAsync<T>(FormattableString sql, CancellationToken cancellation) => availability.OrNothingAsync<IReadOnlyList<T>>(
        async () =>
        {
            await using var context = availability.Database.CreateContext();
            context.Database.SetCommandTimeout(StoreContext.ListSeconds);
            return await context.Database.SqlQuery<T>(sql).ToListAsync(cancellation);
        },
        []);
}
