namespace Bot.Store.Schema;

/// <summary>Who saw what at the desk; and the way from an answer to the deliveries that it answered, for deleting one person's data.</summary>
internal static class Migration0004Accesses
{
    internal static readonly Migration Step = new(
        4,
        Sqlite: """
            CREATE TABLE accesses (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                at INTEGER NOT NULL,
                who TEXT NOT NULL,
                address TEXT NOT NULL,
                action TEXT NOT NULL,
                subject TEXT NOT NULL);
            CREATE INDEX accesses_at ON accesses (at);
            CREATE INDEX processed_messages_answer ON processed_messages (answer_id);
            """,
        Postgres: """
            CREATE TABLE accesses (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                at bigint NOT NULL,
                who text NOT NULL,
                address text NOT NULL,
                action text NOT NULL,
                subject text NOT NULL);
            CREATE INDEX accesses_at ON accesses (at);
            CREATE INDEX processed_messages_answer ON processed_messages (answer_id);
            """);
}
