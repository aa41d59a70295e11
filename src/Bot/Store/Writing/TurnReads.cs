using Bot.Store.Records;

namespace Bot.Store.Writing;

/// <summary>What every turn asks for; prepared like the writes, since EF's way to a row costs several times as much.</summary>
internal static class TurnReads
{
    private static readonly Statement Conversation = new(
        """
        SELECT state, at FROM states WHERE seq = (SELECT max(seq) FROM answers WHERE channel = @channel AND conversation_id = @conversation) AND at >= @since
        """);

    private static readonly Statement Claim = new(
        "SELECT answer_id, at FROM processed_messages WHERE channel = @channel AND message_id = @message");

    /// <summary>A conversation that was spoken in since a time.</summary>
    internal static async Task<ConversationRecord?> FindConversationAsync(
        Session session, string channel, string conversationId, DateTimeOffset since, CancellationToken cancellation) =>
        await session.FindAsync(Conversation, cancellation, channel, conversationId, KeptTime.Of(since)) is { } row
            ? new ConversationRecord(channel, conversationId, row.Text!, KeptTime.Read(row.At))
            : null;

    /// <summary>What became of a delivery.</summary>
    internal static async Task<ProcessedMessage?> FindClaimAsync(Session session, string channel, string messageId, CancellationToken cancellation) =>
        await session.FindAsync(Claim, cancellation, channel, messageId) is { } row
            ? new ProcessedMessage(channel, messageId, row.Text, KeptTime.Read(row.At))
            : null;
}
