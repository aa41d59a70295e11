using Bot.Conversations;
using Bot.Store.Records;

namespace Bot.Store.Writing;

/// <summary>Answers, conversations and feedback: what goes in and out at a user's word. Turns in SQLite: <see cref="Index.SqliteTurns"/>.</summary>
internal static class TurnWrites
{
    // The last thousand of the conversation are looked through, which stand side by side in one index: a repeated delivery comes within seconds.
    private static readonly Statement Answered = new("""
        SELECT delivery, seq FROM (SELECT delivery, seq FROM answers WHERE channel = @channel AND conversation_id = @conversation ORDER BY seq DESC LIMIT 1000) AS last
        WHERE delivery = @delivery
        """);

    private static readonly Statement InsertAnswer = new("""
        INSERT INTO answers (answer_id, channel, conversation_id, at, as_of, kind, question, body, corpus_version, inputs, delivery)
        VALUES (@answer, @channel, @conversation, @at, @asOf, @kind, @question, @body, @corpus, @inputs, @delivery)
        """);

    private static readonly Statement InsertState =
        new("INSERT INTO states (seq, at, state) VALUES ((SELECT seq FROM answers WHERE answer_id = @answer), @at, @state)");

    private static readonly Statement InsertFeedback = new("""
        INSERT INTO feedback (answer_id, helpful, comment, at)
        SELECT answer_id, @helpful, @comment, @at FROM answers WHERE answer_id = @answer
        """);

    // Where two conversations share a key, the other one's stay.
    private static readonly Statement DeleteIndexed = new("""
        DELETE FROM conversation_turns WHERE conversation_key = conversation_key(@channel, @conversation) AND seq NOT IN (SELECT seq FROM answers)
        """);

    private static readonly ByConversation DeleteAnswers = new("DELETE FROM answers WHERE");

    /// <param name="session">Where to.</param>
    /// <param name="turn">What is kept.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    internal static async Task<int> SaveAsync(Session session, KeptTurn turn, CancellationToken cancellation)
    {
        if (turn.Delivery is { } delivery && await IsAnsweredAsync(session, turn, delivery, cancellation)) throw new RepeatedDeliveryException();
        await AddAnswerAsync(session, turn, cancellation);
        return await session.ExecuteAsync(InsertState, cancellation, turn.AnswerId, KeptTime.Of(turn.At), turn.State);
    }

    /// <summary>Adds a turn's answer without the conversation's state.</summary>
    internal static Task<int> AddAnswerAsync(Session session, KeptTurn turn, CancellationToken cancellation) => session.ExecuteAsync(
        InsertAnswer, cancellation, turn.AnswerId, turn.Channel, turn.ConversationId, KeptTime.Of(turn.At), turn.AsOf, turn.Kind,
        turn.Question, turn.Body, turn.CorpusVersion, turn.Inputs, turn.Delivery?.MessageId);

    private static async Task<bool> IsAnsweredAsync(Session session, KeptTurn turn, DeliveryKey delivery, CancellationToken cancellation) =>
        await session.FindAsync(Answered, cancellation, turn.Channel, turn.ConversationId, delivery.MessageId) is not null
        || !await ClaimWrites.SettleAsync(session, delivery.Channel, delivery.MessageId, turn.AnswerId, turn.At, cancellation);

    internal static async Task<bool> AddFeedbackAsync(
        Session session, string answerId, bool helpful, string? comment, DateTimeOffset at, CancellationToken cancellation) =>
        await session.ExecuteAsync(InsertFeedback, cancellation, helpful, comment, KeptTime.Of(at), answerId) > 0;

    internal static async Task<bool> ForgetAsync(
        Session session, string channel, string conversationId, CancellationToken cancellation)
    {
        await session.CompleteIndexAsync(cancellation);
        var any = await session.ExecuteAsync(DeleteAnswers.On(session), cancellation, channel, conversationId) > 0;
        if (any && session.HasKeys) await session.ExecuteAsync(DeleteIndexed, cancellation, channel, conversationId);
        return any;
    }
}
