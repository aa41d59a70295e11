using System.Globalization;
using Bot.Store.Databases;
using Bot.Store.Schema;
using Bot.Store.Writing;

namespace Bot.Store.Index;

/// <summary>The index of answers by conversation, as far as it is in the database.</summary>
internal static class IndexWrites
{
    /// <summary>The setting that says up to which answer the index is complete.</summary>
    internal const string Complete = "conversations-indexed";

    private static readonly Statement Insert =
        new("INSERT INTO conversation_turns (conversation_key, seq, delivery_key) VALUES (@key, @seq, @delivery) ON CONFLICT (conversation_key, seq) DO NOTHING");

    private static readonly Statement Rest = new("""
        INSERT INTO conversation_turns (conversation_key, seq, delivery_key)
        SELECT conversation_key(channel, conversation_id), seq, delivery_key(delivery) FROM answers WHERE seq > @after ORDER BY 1, 2
        ON CONFLICT (conversation_key, seq) DO NOTHING
        """);

    private static readonly Statement Last = new("SELECT NULL, COALESCE(max(seq), 0) FROM answers");

    private static readonly Statement Read = new("SELECT channel, conversation_id, seq, delivery FROM answers WHERE seq > @after ORDER BY seq");

    /// <summary>The turns that the index lacks; null before the step of the schema that brought it.</summary>
    internal static async Task<IReadOnlyList<IndexedTurn>?> ReadAsync(Session session, CancellationToken cancellation) =>
        await CompleteAsync(session, cancellation) is { } after
            ? await session.QueryAsync(
                Read,
                row => new IndexedTurn(ConversationKey.Of(row.GetString(0), row.GetString(1)), row.GetInt64(2), ConversationKey.OfDelivery(row.IsDBNull(3) ? null : row.GetString(3))),
                cancellation,
                after)
            : null;

    /// <summary>Puts one turn into it.</summary>
    internal static void Add(SqliteSession session, IndexedTurn turn) => session.Execute(Insert, turn.Key, turn.Sequence, turn.Delivery);

    /// <summary>Puts those in that are due.</summary>
    internal static void AddDue(SqliteSession session, RecentTurns recent)
    {
        var due = recent.Due(out var begin);
        foreach (var turn in due) Add(session, turn);
        if (begin is { } first) Keep(session, first - 1);
    }

    /// <summary>Puts all in, whichever process wrote them.</summary>
    internal static async Task AddAllAsync(SqliteSession session, RecentTurns recent, CancellationToken cancellation)
    {
        if (await CompleteAsync(session, cancellation) is not { } after || session.Find(Last) is not { At: var last } || last <= after) return;
        session.Execute(Rest, after);
        Keep(session, last);
        recent.Indexed(last);
    }

    // Null before the step of the schema that brought the index.
    private static async Task<long?> CompleteAsync(Session session, CancellationToken cancellation) =>
        await Migrator.ReadSettingAsync(session, Complete, cancellation) is { } kept ? long.Parse(kept, CultureInfo.InvariantCulture) : null;

    private static void Keep(Session session, long through) =>
        Migrator.WriteSettingAsync(session, Complete, through.ToString(CultureInfo.InvariantCulture), CancellationToken.None).GetAwaiter().GetResult();
}
