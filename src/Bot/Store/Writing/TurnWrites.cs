using Bot.Store.Records;

namespace Bot.Store.Writing;

/// <summary>Answers, conversations and feedback: what goes in and out at a user's word.</summary>
internal static class TurnWrites
{
    private static readonly Statement InsertAnswer = new("""
        INSERT INTO answers (answer_id, channel, conversation_id, at, as_of, kind, question, body, corpus_version, inputs)
        VALUES (@answer, @channel, @conversation, @at, @asOf, @kind, @question, @body, @corpus, @inputs)
        """);

    private static readonly Statement UpsertConversation = new("""
        INSERT INTO conversations (channel, conversation_id, state, updated_at)
        VALUES (@channel, @conversation, @state, @at)
        ON CONFLICT (channel, conversation_id) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at
        """);

    private static readonly Statement InsertFeedback = new("""
        INSERT INTO feedback (answer_id, helpful, comment, at)
        SELECT answer_id, @helpful, @comment, @at FROM answers WHERE answer_id = @answer
        """);

    private static readonly Statement DeleteAnswers =
        new("DELETE FROM answers WHERE channel = @channel AND conversation_id = @conversation");

    private static readonly Statement DeleteConversation =
        new("DELETE FROM conversations WHERE channel = @channel AND conversation_id = @conversation");

    internal static async Task<int> SaveAsync(
        Session session, AnswerRecord answer, ConversationRecord conversation, CancellationToken cancellation)
    {
        await session.ExecuteAsync(
            InsertAnswer, cancellation, answer.AnswerId, answer.Channel, answer.ConversationId, KeptTime.Of(answer.At),
            answer.AsOf, answer.Kind, answer.Question, answer.Body, answer.CorpusVersion, answer.Inputs);
        if (answer.Delivery is { } delivery && !await ClaimWrites.SettleAsync(session, delivery.Channel, delivery.MessageId, answer.AnswerId, answer.At, cancellation))
            throw new RepeatedDeliveryException();
        return await session.ExecuteAsync(
            UpsertConversation, cancellation, conversation.Channel, conversation.ConversationId, conversation.State,
            KeptTime.Of(conversation.UpdatedAt));
    }

    internal static async Task<bool> AddFeedbackAsync(
        Session session, string answerId, bool helpful, string? comment, DateTimeOffset at, CancellationToken cancellation) =>
        await session.ExecuteAsync(InsertFeedback, cancellation, helpful, comment, KeptTime.Of(at), answerId) > 0;

    internal static async Task<bool> ForgetAsync(
        Session session, string channel, string conversationId, CancellationToken cancellation)
    {
        var answers = await session.ExecuteAsync(DeleteAnswers, cancellation, channel, conversationId);
        return await session.ExecuteAsync(DeleteConversation, cancellation, channel, conversationId) + answers > 0;
    }
}
