namespace Bot.Store.Schema;

/// <summary>Access tokens that instances share, sealed, and who is fetching one.</summary>
internal static class Migration0003AccessTokens
{
    internal static readonly Migration Step = new(
        3,
        Sqlite: """
            CREATE TABLE access_tokens (
                name TEXT PRIMARY KEY NOT NULL,
                sealed TEXT NOT NULL,
                use_until INTEGER NOT NULL,
                holder TEXT NOT NULL,
                leased_until INTEGER NOT NULL) WITHOUT ROWID;
            """,
        Postgres: """
            CREATE TABLE access_tokens (
                name text PRIMARY KEY,
                sealed text NOT NULL,
                use_until bigint NOT NULL,
                holder text NOT NULL,
                leased_until bigint NOT NULL);
            """);
}
