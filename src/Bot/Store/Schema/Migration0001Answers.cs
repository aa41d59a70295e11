namespace Bot.Store.Schema;

/// <summary>Conversations, answers, feedback. Times are milliseconds since 1970 UTC, which both databases compare alike.</summary>
internal static class Migration0001Answers
{
    internal static readonly Migration Step = new(
        1,
        Sqlite: """
            CREATE TABLE conversations (
                channel TEXT NOT NULL,
                conversation_id TEXT NOT NULL,
                state TEXT NOT NULL,
                updated_at INTEGER NOT NULL,
                PRIMARY KEY (channel, conversation_id));
            CREATE INDEX conversations_updated_at ON conversations (updated_at);
            CREATE TABLE answers (
                seq INTEGER PRIMARY KEY AUTOINCREMENT,
                answer_id TEXT NOT NULL UNIQUE,
                channel TEXT NOT NULL,
                conversation_id TEXT NOT NULL,
                at INTEGER NOT NULL,
                as_of TEXT NOT NULL,
                kind TEXT NOT NULL,
                question TEXT NOT NULL,
                body TEXT NOT NULL,
                corpus_version TEXT NOT NULL,
                inputs TEXT NOT NULL);
            CREATE INDEX answers_at ON answers (at);
            CREATE INDEX answers_kind ON answers (kind, seq);
            CREATE INDEX answers_conversation ON answers (channel, conversation_id, seq);
            CREATE TABLE feedback (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                answer_id TEXT NOT NULL REFERENCES answers (answer_id) ON DELETE CASCADE,
                helpful INTEGER NOT NULL,
                comment TEXT,
                at INTEGER NOT NULL);
            CREATE INDEX feedback_answer ON feedback (answer_id, helpful);
            """,
        Postgres: """
            CREATE TABLE conversations (
                channel text NOT NULL,
                conversation_id text NOT NULL,
                state text NOT NULL,
                updated_at bigint NOT NULL,
                PRIMARY KEY (channel, conversation_id));
            CREATE INDEX conversations_updated_at ON conversations (updated_at);
            CREATE TABLE answers (
                seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                answer_id text NOT NULL UNIQUE,
                channel text NOT NULL,
                conversation_id text NOT NULL,
                at bigint NOT NULL,
                as_of date NOT NULL,
                kind text NOT NULL,
                question text NOT NULL,
                body text NOT NULL,
                corpus_version text NOT NULL,
                inputs text NOT NULL);
            CREATE INDEX answers_at ON answers (at);
            CREATE INDEX answers_kind ON answers (kind, seq);
            CREATE INDEX answers_conversation ON answers (channel, conversation_id, seq);
            CREATE TABLE feedback (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                answer_id text NOT NULL REFERENCES answers (answer_id) ON DELETE CASCADE,
                helpful boolean NOT NULL,
                comment text,
                at bigint NOT NULL);
            CREATE INDEX feedback_answer ON feedback (answer_id, helpful);
            """);
}
