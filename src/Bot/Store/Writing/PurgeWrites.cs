namespace Bot.Store.Writing;

/// <summary>Deletes in small bites, so that answers are not kept waiting behind a purge.</summary>
internal static class PurgeWrites
{
    internal const int Bite = 500;

    internal static readonly Statement Conversations = new("""
        DELETE FROM conversations WHERE (channel, conversation_id) IN
            (SELECT channel, conversation_id FROM conversations WHERE updated_at < @before LIMIT 500)
        """);

    internal static readonly Statement Answers =
        new("DELETE FROM answers WHERE seq IN (SELECT seq FROM answers WHERE at < @before LIMIT 500)");

    internal static readonly Statement ProcessedMessages = new("""
        DELETE FROM processed_messages WHERE (channel, message_id) IN
            (SELECT channel, message_id FROM processed_messages WHERE at < @before LIMIT 500)
        """);

    internal static readonly Statement OutboxItems =
        new("DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE expires < @before LIMIT 500)");

    internal static readonly Statement Accesses =
        new("DELETE FROM accesses WHERE id IN (SELECT id FROM accesses WHERE at < @before LIMIT 500)");

    internal static Task<int> DeleteAsync(Session session, Statement bite, DateTimeOffset before, CancellationToken cancellation) =>
        session.ExecuteAsync(bite, cancellation, KeptTime.Of(before));
}
