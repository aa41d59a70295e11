using System.Data.Common;
using Bot.Store.Records;

namespace Bot.Store.Writing;

/// <summary>What every turn asks for; prepared like the writes, since EF's way to a row costs several times as much.</summary>
internal static class TurnReads
{
    private static readonly Statement Conversation = new(
        "SELECT state, updated_at FROM conversations WHERE channel = @channel AND conversation_id = @conversation AND updated_at >= @since");

    private static readonly Statement Claim = new(
        "SELECT answer_id, at FROM processed_messages WHERE channel = @channel AND message_id = @message");

    /// <summary>A conversation that was spoken in since a time.</summary>
    internal static Task<ConversationRecord?> FindConversationAsync(
        Session session, string channel, string conversationId, DateTimeOffset since, CancellationToken cancellation) =>
        FindAsync(session, Conversation, row => new ConversationRecord(channel, conversationId, row.GetString(0), KeptTime.Read(row.GetInt64(1))), cancellation, channel, conversationId, KeptTime.Of(since));

    /// <summary>What became of a delivery.</summary>
    internal static Task<ProcessedMessage?> FindClaimAsync(Session session, string channel, string messageId, CancellationToken cancellation) =>
        FindAsync(session, Claim, row => new ProcessedMessage(channel, messageId, row.IsDBNull(0) ? null : row.GetString(0), KeptTime.Read(row.GetInt64(1))), cancellation, channel, messageId);

    private static Task<T?> FindAsync<T>(
        Session session, Statement statement, Func<DbDataReader, T> read, CancellationToken cancellation, params ReadOnlySpan<object?> values)
        where T : class => FirstAsync(session.QueryAsync(statement, read, cancellation, values));

    private static async Task<T?> FirstAsync<T>(Task<IReadOnlyList<T>> rows)
        where T : class => await rows is [var first, ..] ? first : null;
}
