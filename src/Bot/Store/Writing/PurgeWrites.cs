namespace Bot.Store.Writing;

/// <summary>Deletes in small bites, so that answers are not kept waiting behind a purge.</summary>
internal static class PurgeWrites
{
    internal const int Bite = 500;

    // States stand in the order of the answers, so the old ones are those up to the last old answer: no index of their own.
    internal static readonly Statement States = new("""
        DELETE FROM states WHERE seq IN
            (SELECT seq FROM states WHERE seq <= (SELECT max(seq) FROM answers WHERE at = (SELECT max(at) FROM answers WHERE at < @before))
            AND at < @before ORDER BY seq LIMIT 500)
        """);

    internal static readonly Statement Answers =
        new("DELETE FROM answers WHERE seq IN (SELECT seq FROM answers WHERE at < @before LIMIT 500)");

    // Of the answers that go next.
    private static readonly Statement Indexed = new("""
        DELETE FROM conversation_turns WHERE (conversation_key, seq) IN
            (SELECT conversation_key(channel, conversation_id), seq FROM answers WHERE at < @before LIMIT 500)
        """);

    internal static readonly Statement ProcessedMessages = new("""
        DELETE FROM processed_messages WHERE (channel, message_id) IN
            (SELECT channel, message_id FROM processed_messages WHERE at < @before LIMIT 500)
        """);

    internal static readonly Statement OutboxItems =
        new("DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE expires < @before LIMIT 500)");

    internal static readonly Statement Accesses =
        new("DELETE FROM accesses WHERE id IN (SELECT id FROM accesses WHERE at < @before LIMIT 500)");

    internal static async Task<int> DeleteAsync(Session session, Statement bite, DateTimeOffset before, CancellationToken cancellation)
    {
        if (bite == Answers && session.HasKeys)
        {
            await session.CompleteIndexAsync(cancellation);
            await session.ExecuteAsync(Indexed, cancellation, KeptTime.Of(before));
        }

        return await session.ExecuteAsync(bite, cancellation, KeptTime.Of(before));
    }
}
