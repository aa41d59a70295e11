using Bot.Store.Index;

namespace Bot.Store.Schema;

/// <summary>
/// On SQLite the index of answers by conversation is a table of numbers, so that it can be filled a few hundred turns later and in
/// its own order (see <see cref="RecentTurns"/>): a twentieth of the pages written. One person's conversations are looked for in the
/// index by time, which grows at its end. On PostgreSQL nothing changes: its pages go to the disk by and by anyway.
/// </summary>
internal static class Migration0007ConversationTurns
{
    internal static readonly Migration Step = new(
        7,
        Sqlite: $"""
            CREATE TABLE conversation_turns (
                conversation_key INTEGER NOT NULL,
                seq INTEGER NOT NULL,
                delivery_key INTEGER,
                PRIMARY KEY (conversation_key, seq)) WITHOUT ROWID;
            INSERT INTO conversation_turns (conversation_key, seq, delivery_key)
            SELECT conversation_key(channel, conversation_id), seq, delivery_key(delivery) FROM answers ORDER BY 1, 2;
            INSERT INTO settings (name, value) SELECT '{IndexWrites.Complete}', CAST(COALESCE(max(seq), 0) AS TEXT) FROM answers;
            DROP INDEX answers_conversation;
            CREATE INDEX answers_time ON answers (at, channel, kind, conversation_id);
            DROP INDEX answers_usage;
            """,
        Postgres: "SELECT 1");
}
