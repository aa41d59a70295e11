using System.Data.Common;
using Bot.Store.Records;

namespace Bot.Store.Writing;

/// <summary>Late replies.</summary>
internal static class OutboxWrites
{
    private const string Select = "SELECT id, channel, target, payload, attempts, due, expires FROM outbox WHERE due <= @now AND expires > @now";
    private const string Order = " ORDER BY due, id LIMIT @most";

    // PostgreSQL has many writers: an item that another one is just taking is passed over instead of waited for.
    private const string Skip = " FOR UPDATE SKIP LOCKED";
    private const string OfChannel = " AND channel = @channel";

    private static readonly Statement Insert = new("""
        INSERT INTO outbox (id, channel, target, payload, attempts, due, expires)
        VALUES (@id, @channel, @target, @payload, @attempts, @due, @expires)
        """);

    private static readonly Statement DueForOneWriter = new(Select + Order);
    private static readonly Statement DueForManyWriters = new(Select + Order + Skip);
    private static readonly Statement ChannelForOneWriter = new(Select + OfChannel + Order);
    private static readonly Statement ChannelForManyWriters = new(Select + OfChannel + Order + Skip);

    private static readonly Statement Lease = new("UPDATE outbox SET due = @until, attempts = attempts + 1 WHERE id = @id");

    private static readonly Statement Postpone = new("UPDATE outbox SET due = @due WHERE id = @id");

    private static readonly Statement Remove = new("DELETE FROM outbox WHERE id = @id");

    internal static Task<int> EnqueueAsync(Session session, OutboxItem item, CancellationToken cancellation) =>
        session.ExecuteAsync(
            Insert, cancellation, item.Id, item.Channel, item.Target, item.Payload, item.Attempts,
            KeptTime.Of(item.Due), KeptTime.Of(item.Expires));

    internal static async Task<IReadOnlyList<OutboxItem>> TakeDueAsync(
        Session session, bool manyWriters, string? channel, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        var due = channel is null
            ? await session.QueryAsync(manyWriters ? DueForManyWriters : DueForOneWriter, Read, cancellation, KeptTime.Of(now), most)
            : await session.QueryAsync(manyWriters ? ChannelForManyWriters : ChannelForOneWriter, Read, cancellation, KeptTime.Of(now), channel, most);
        foreach (var item in due)
            await session.ExecuteAsync(Lease, cancellation, KeptTime.Of(until), item.Id);
        return [.. due.Select(item => item with { Attempts = item.Attempts + 1, Due = until })];
    }

    internal static Task<int> PostponeAsync(Session session, string id, DateTimeOffset due, CancellationToken cancellation) =>
        session.ExecuteAsync(Postpone, cancellation, KeptTime.Of(due), id);

    internal static Task<int> RemoveAsync(Session session, string id, CancellationToken cancellation) =>
        session.ExecuteAsync(Remove, cancellation, id);

    internal static OutboxItem Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4),
        KeptTime.Read(row.GetInt64(5)), KeptTime.Read(row.GetInt64(6)));
}
