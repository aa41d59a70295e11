namespace Bot.Store.Schema;

/// <summary>Deliveries that were taken, and replies still to be sent.</summary>
internal static class Migration0002Deliveries
{
    internal static readonly Migration Step = new(
        2,
        Sqlite: """
            CREATE TABLE processed_messages (
                channel TEXT NOT NULL,
                message_id TEXT NOT NULL,
                answer_id TEXT,
                at INTEGER NOT NULL,
                PRIMARY KEY (channel, message_id)) WITHOUT ROWID;
            CREATE INDEX processed_messages_at ON processed_messages (at);
            CREATE TABLE outbox (
                id TEXT PRIMARY KEY NOT NULL,
                channel TEXT NOT NULL,
                target TEXT NOT NULL,
                payload TEXT NOT NULL,
                attempts INTEGER NOT NULL,
                due INTEGER NOT NULL,
                expires INTEGER NOT NULL);
            CREATE INDEX outbox_due ON outbox (due);
            """,
        Postgres: """
            CREATE TABLE processed_messages (
                channel text NOT NULL,
                message_id text NOT NULL,
                answer_id text,
                at bigint NOT NULL,
                PRIMARY KEY (channel, message_id));
            CREATE INDEX processed_messages_at ON processed_messages (at);
            CREATE TABLE outbox (
                id text PRIMARY KEY,
                channel text NOT NULL,
                target text NOT NULL,
                payload text NOT NULL,
                attempts integer NOT NULL,
                due bigint NOT NULL,
                expires bigint NOT NULL);
            CREATE INDEX outbox_due ON outbox (due);
            """);
}
