using System.Data.Common;
using System.Globalization;
using Bot.Store.Records;

namespace Bot.Store.Writing;

/// <summary>Everything that is kept of one person.</summary>
internal static class PersonReads
{
    // As many messages as one answer is ever split into, and some.
    private const int MostPages = 20;

    // Conversations by a part of their name, replies by their content: whole tables are looked through, on PostgreSQL for longer than a turn may wait.
    private const int Patience = 20;

    private static readonly Statement Conversations = new("""
        SELECT DISTINCT conversation_id FROM answers WHERE channel = @channel AND (conversation_id = @conversation OR conversation_id LIKE @like)
        """, Patience);

    private static readonly ByConversation States = new("SELECT @channel, @conversation, state, at FROM states WHERE seq = (SELECT max(seq) FROM answers WHERE", ")");

    private static readonly ByConversation Answers = new(
        "SELECT answer_id, channel, conversation_id, at, as_of, kind, question, body, corpus_version, inputs FROM answers WHERE", " ORDER BY seq");

    private static readonly Statement Feedback = new("SELECT id, answer_id, helpful, comment, at FROM feedback WHERE answer_id = @answer ORDER BY id");

    private static readonly Statement Messages = new("""
        SELECT channel, message_id, answer_id, at FROM processed_messages WHERE answer_id = @answer
        UNION ALL SELECT 'activity', delivery, answer_id, at FROM answers WHERE answer_id = @answer AND delivery IS NOT NULL
        """);

    // What has no number of the channel's own is named after the conversation: see ReadingList and CallbackMessage.
    private static readonly Statement NamedMessages =
        new("SELECT channel, message_id, answer_id, at FROM processed_messages WHERE channel IN (@channel, @unread) AND substr(message_id, 1, @length) IN (@day, @event)", Patience);

    private static readonly Statement Replies = new("""
        SELECT id, channel, target, payload, attempts, due, expires FROM outbox WHERE (channel = @channel AND target = @target) OR target LIKE @answer OR payload LIKE @answer
        """, Patience);

    private static readonly Statement Deletions =
        new("SELECT id, at, who, address, action, subject FROM accesses WHERE at >= @since AND action = @action ORDER BY id");

    /// <summary>The deletions that were begun since a time.</summary>
    internal static Task<IReadOnlyList<AccessRecord>> DeletionsAsync(Session session, DateTimeOffset since, CancellationToken cancellation) => session.QueryAsync(
        Deletions, row => new AccessRecord(row.GetInt64(0), KeptTime.Read(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)), cancellation, KeptTime.Of(since), AccessRecord.Delete);

    internal static async Task<PersonData> FindAsync(Session session, Person person, CancellationToken cancellation)
    {
        List<ConversationRecord> states = [];
        List<AnswerRecord> answers = [];
        List<FeedbackRecord> feedback = [];
        Dictionary<(string, string), ProcessedMessage> messages = [];
        Dictionary<string, OutboxItem> replies = new(StringComparer.Ordinal);
        await session.CompleteIndexAsync(cancellation);
        foreach (var id in await session.QueryAsync(Conversations, row => row.GetString(0), cancellation, person.Channel, person.Conversation, person.Like))
        {
            states.AddRange(await session.QueryAsync(States.On(session), ReadState, cancellation, person.Channel, id));
            answers.AddRange(await session.QueryAsync(Answers.On(session), ReadAnswer, cancellation, person.Channel, id));
        }

        foreach (var message in await session.QueryAsync(
            NamedMessages, ReadMessage, cancellation, person.Channel, person.Channel + "-unread", person.Conversation.Length + 1, person.Conversation + "@", person.Conversation + "/"))
            messages.TryAdd((message.Channel, message.MessageId), message);
        foreach (var answer in answers)
        {
            feedback.AddRange(await session.QueryAsync(Feedback, ReadFeedback, cancellation, answer.AnswerId));
            foreach (var reference in References(answer.AnswerId))
            {
                foreach (var message in await session.QueryAsync(Messages, ReadMessage, cancellation, reference)) messages.TryAdd((message.Channel, message.MessageId), message);
            }

            foreach (var reply in await session.QueryAsync(Replies, OutboxWrites.Read, cancellation, person.Channel, person.Target, $"%{answer.AnswerId}%")) replies.TryAdd(reply.Id, reply);
        }

        // A reply that is promised and not made yet has no answer.
        foreach (var reply in await session.QueryAsync(Replies, OutboxWrites.Read, cancellation, person.Channel, person.Target, "")) replies.TryAdd(reply.Id, reply);
        return new PersonData(states, answers, feedback, [.. messages.Values], [.. replies.Values]);
    }

    // How the channels note which answer a delivery got: the id itself, or what was done with it.
    private static IEnumerable<string> References(string answerId) =>
    [
        answerId, "human/" + answerId, "summary/" + answerId,
        .. Enumerable.Range(1, MostPages).Select(page => string.Create(CultureInfo.InvariantCulture, $"answer/{answerId}/{page}")),
    ];

    private static ConversationRecord ReadState(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), KeptTime.Read(row.GetInt64(3)));

    private static AnswerRecord ReadAnswer(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), KeptTime.Read(row.GetInt64(3)), row.GetFieldValue<DateOnly>(4),
        row.GetString(5), row.GetString(6), row.GetString(7), row.GetString(8), row.GetString(9));

    private static FeedbackRecord ReadFeedback(DbDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetBoolean(2), row.IsDBNull(3) ? null : row.GetString(3), KeptTime.Read(row.GetInt64(4)));

    private static ProcessedMessage ReadMessage(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), KeptTime.Read(row.GetInt64(3)));
}
