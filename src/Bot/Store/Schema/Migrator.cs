using System.Globalization;
using Bot.Store.Writing;

namespace Bot.Store.Schema;

/// <summary>Brings a database to the last version that the program knows, all steps or none.</summary>
internal static class Migrator
{
    private static readonly Statement CreateSettings =
        new("CREATE TABLE IF NOT EXISTS settings (name VARCHAR(100) PRIMARY KEY, value TEXT NOT NULL)");

    private static readonly Statement ReadSetting = new("SELECT value FROM settings WHERE name = @name");

    private static readonly Statement WriteSetting =
        new("INSERT INTO settings (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value");

    /// <summary>Runs what is missing, inside the caller's transaction.</summary>
    /// <exception cref="SchemaTooNewException">The database is beyond the last step; nothing was changed.</exception>
    internal static async Task MigrateAsync(
        Session session, IReadOnlyList<Migration> steps, Func<Migration, string> dialect, CancellationToken cancellation)
    {
        await session.ExecuteAsync(CreateSettings, cancellation);
        var version = await ReadSettingAsync(session, "schema-version", cancellation) is { } found ? int.Parse(found, CultureInfo.InvariantCulture) : 0;
        if (version > steps[^1].Number)
            throw new SchemaTooNewException(version, steps[^1].Number);
        foreach (var step in steps.Where(step => step.Number > version))
        {
            await session.ExecuteAsync(new(dialect(step)), cancellation);
            await WriteSettingAsync(session, "schema-version", step.Number.ToString(CultureInfo.InvariantCulture), cancellation);
        }
    }

    /// <summary>One of the store's own settings; null where it was never kept.</summary>
    internal static async Task<string?> ReadSettingAsync(Session session, string name, CancellationToken cancellation) =>
        await session.QueryAsync(ReadSetting, row => row.GetString(0), cancellation, name) is [var value, ..] ? value : null;

    /// <summary>Keeps one of the store's own settings.</summary>
    internal static Task<int> WriteSettingAsync(Session session, string name, string value, CancellationToken cancellation) =>
        session.ExecuteAsync(WriteSetting, cancellation, name, value);
}
