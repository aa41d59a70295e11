namespace Bot.Store.Writing;

/// <summary>Claims on deliveries; one statement decides, so that no two instances can both win.</summary>
internal static class ClaimWrites
{
    private static readonly Statement Claim = new("""
        INSERT INTO processed_messages (channel, message_id, at) VALUES (@channel, @message, @at)
        ON CONFLICT (channel, message_id) DO UPDATE SET at = excluded.at
        WHERE processed_messages.answer_id IS NULL AND processed_messages.at < @abandoned
        """);

    private static readonly Statement Complete =
        new("""
            INSERT INTO processed_messages (channel, message_id, answer_id, at) VALUES (@channel, @message, @answer, @at)
            ON CONFLICT (channel, message_id) DO UPDATE SET answer_id = excluded.answer_id
            """);

    private static readonly Statement Settle =
        new("""
            INSERT INTO processed_messages (channel, message_id, answer_id, at) VALUES (@channel, @message, @answer, @at)
            ON CONFLICT (channel, message_id) DO UPDATE SET answer_id = excluded.answer_id WHERE processed_messages.answer_id IS NULL
            """);

    private static readonly Statement Release =
        new("DELETE FROM processed_messages WHERE channel = @channel AND message_id = @message AND answer_id IS NULL");

    internal static async Task<bool> TryClaimAsync(
        Session session, string channel, string messageId, DateTimeOffset at, DateTimeOffset abandoned, CancellationToken cancellation) =>
        await session.ExecuteAsync(Claim, cancellation, channel, messageId, KeptTime.Of(at), KeptTime.Of(abandoned)) > 0;

    internal static Task<int> CompleteAsync(
        Session session, string channel, string messageId, string answerId, DateTimeOffset at, CancellationToken cancellation) =>
        session.ExecuteAsync(Complete, cancellation, channel, messageId, answerId, KeptTime.Of(at));

    /// <summary>Notes the answer of a delivery that has none.</summary>
    /// <returns>False where it has one.</returns>
    internal static async Task<bool> SettleAsync(
        Session session, string channel, string messageId, string answerId, DateTimeOffset at, CancellationToken cancellation) =>
        await session.ExecuteAsync(Settle, cancellation, channel, messageId, answerId, KeptTime.Of(at)) > 0;

    internal static Task<int> ReleaseAsync(Session session, string channel, string messageId, CancellationToken cancellation) =>
        session.ExecuteAsync(Release, cancellation, channel, messageId);
}
