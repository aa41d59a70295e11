namespace Bot.Store.Schema;

/// <summary>What the office's figures count by stands in the index by time: the rows with their long texts are not read.</summary>
internal static class Migration0005Usage
{
    // The new index begins like the old one, and so serves the purge too.
    private const string Sql = """
        CREATE INDEX answers_usage ON answers (at, channel, kind);
        DROP INDEX answers_at;
        """;

    internal static readonly Migration Step = new(5, Sql, Sql);
}
