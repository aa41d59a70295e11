using Bot.Store.Databases;
using Bot.Store.Records;
using Bot.Store.Writing;

namespace Bot.Store.Index;

/// <summary>Turns in SQLite: written to the ends of the tables, found by the index and what it lacks yet.</summary>
internal static class SqliteTurns
{
    // More than one only where turns were undone, or where keys are shared.
    private const int MostCandidates = 8;

    private static readonly Statement InsertState = new("INSERT INTO states (seq, at, state) VALUES (last_insert_rowid(), @at, @state)");

    private static readonly Statement RecentState = new("""
        SELECT s.state, s.at FROM answers a JOIN states s ON s.seq = a.seq
        WHERE a.seq = @seq AND a.channel = @channel AND a.conversation_id = @conversation
        """);

    private static readonly Statement State = new("""
        SELECT s.state, s.at FROM conversation_turns t CROSS JOIN answers a ON a.seq = t.seq CROSS JOIN states s ON s.seq = t.seq
        WHERE t.conversation_key = @key AND a.channel = @channel AND a.conversation_id = @conversation ORDER BY t.seq DESC LIMIT 1
        """);

    private static readonly Statement RecentDelivery = new("""
        SELECT delivery, seq FROM answers WHERE seq = @seq AND channel = @channel AND conversation_id = @conversation AND delivery = @delivery
        """);

    // The last thousand are looked through, which stand side by side: a repeated delivery comes within seconds.
    private static readonly Statement Delivery = new("""
        SELECT a.delivery, a.seq FROM (SELECT seq, delivery_key FROM conversation_turns WHERE conversation_key = @key ORDER BY seq DESC LIMIT 1000) AS t
        CROSS JOIN answers a ON a.seq = t.seq
        WHERE t.delivery_key = @deliveryKey AND a.channel = @channel AND a.conversation_id = @conversation AND a.delivery = @delivery
        """);

    /// <summary>Keeps a turn.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="recent">Where it is found until it is in the index; null to put it there at once.</param>
    /// <param name="turn">What is kept.</param>
    /// <exception cref="RepeatedDeliveryException">Its delivery was answered.</exception>
    internal static bool Keep(SqliteSession session, RecentTurns? recent, KeptTurn turn)
    {
        var key = ConversationKey.Of(turn.Channel, turn.ConversationId);
        var delivery = ConversationKey.OfDelivery(turn.Delivery?.MessageId);
        if (delivery is { } which && recent?.Known.MayHold(key, which) != false && IsAnswered(session, recent, turn, key, which)) throw new RepeatedDeliveryException();
        // SQLite has no asynchronous calls: the task has ended when it is handed over.
        TurnWrites.AddAnswerAsync(session, turn, CancellationToken.None).GetAwaiter().GetResult();
        session.Execute(InsertState, KeptTime.Of(turn.At), turn.State);
        var indexed = new IndexedTurn(key, session.LastRow, delivery);
        if (recent is null) IndexWrites.Add(session, indexed);
        else recent.Add(indexed);
        return true;
    }

    /// <summary>A conversation that was spoken in since a time.</summary>
    internal static ConversationRecord? Find(SqliteSession session, RecentTurns? recent, string channel, string conversationId, DateTimeOffset since)
    {
        var key = ConversationKey.Of(channel, conversationId);
        var found = FindRecent(session, recent, channel, conversationId, key) ?? session.Find(State, key, channel, conversationId);
        return found is { } row && KeptTime.Read(row.At) is var at && at >= since ? new ConversationRecord(channel, conversationId, row.Text!, at) : null;
    }

    private static TextAndTime? FindRecent(SqliteSession session, RecentTurns? recent, string channel, string conversationId, long key)
    {
        Span<long> candidates = stackalloc long[MostCandidates];
        var count = recent?.Find(key, null, candidates) ?? 0;
        foreach (var candidate in candidates[..count])
        {
            if (session.Find(RecentState, candidate, channel, conversationId) is { } found) return found;
        }

        return null;
    }

    private static bool IsAnswered(SqliteSession session, RecentTurns? recent, KeptTurn turn, long key, long delivery)
    {
        var message = turn.Delivery!.MessageId;
        Span<long> candidates = stackalloc long[MostCandidates];
        var count = recent?.Find(key, delivery, candidates) ?? 0;
        foreach (var candidate in candidates[..count])
        {
            if (session.Find(RecentDelivery, candidate, turn.Channel, turn.ConversationId, message) is not null) return true;
        }

        return session.Find(Delivery, key, delivery, turn.Channel, turn.ConversationId, message) is not null;
    }
}
