namespace Bot.Store.Schema;

/// <summary>
/// A turn adds to the ends of its tables and to one random leaf, where the answers of its conversation stand: what a conversation
/// knows is kept by the answer's number, and the delivery that an answer was for beside the answer. Each leaf more is a page
/// more that every turn writes twice, into the log and out of it.
/// </summary>
internal static class Migration0006States
{
    // Of an answered delivery nothing is looked up but within its conversation. The office asks for no kind but the refused.
    private const string After = """
        ALTER TABLE answers ADD COLUMN delivery TEXT;
        UPDATE answers SET delivery = (SELECT min(p.message_id) FROM processed_messages p WHERE p.answer_id = answers.answer_id AND p.channel = 'activity')
        WHERE answer_id IN (SELECT answer_id FROM processed_messages WHERE channel = 'activity');
        INSERT INTO states (seq, at, state)
        SELECT a.seq, c.updated_at, c.state FROM conversations c
        JOIN (SELECT channel, conversation_id, max(seq) AS seq FROM answers GROUP BY channel, conversation_id) a
        ON a.channel = c.channel AND a.conversation_id = c.conversation_id;
        DROP TABLE conversations;
        DROP INDEX answers_conversation;
        CREATE INDEX answers_conversation ON answers (channel, conversation_id, seq, delivery);
        DROP INDEX answers_kind;
        CREATE INDEX answers_refused ON answers (seq) WHERE kind = 'refuse';
        """;

    internal static readonly Migration Step = new(
        6,
        Sqlite: "CREATE TABLE states (seq INTEGER PRIMARY KEY REFERENCES answers (seq) ON DELETE CASCADE, at INTEGER NOT NULL, state TEXT NOT NULL);" + After,
        Postgres: "CREATE TABLE states (seq bigint PRIMARY KEY REFERENCES answers (seq) ON DELETE CASCADE, at bigint NOT NULL, state text NOT NULL);" + After);
}
