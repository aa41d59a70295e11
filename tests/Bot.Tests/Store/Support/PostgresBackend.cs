using Bot.Store.Databases;
using Bot.Store.Schema;
using Npgsql;

namespace Bot.Tests.Store.Support;

internal sealed class PostgresBackend(string connectionString) : IBackend
{
    public OpenStore Open(ShiftedTime time) => new(time, ("ConnectionString", connectionString));

    public async Task PrepareAsync(int version, string script)
    {
        var database = new PostgresDatabase(connectionString, [.. Migration.All.Take(version)]);
        await database.OpenAsync(default);
        await database.WriteAsync((session, token) => session.ExecuteAsync(new(script), token), default);
        await database.CloseAsync();
    }

    public async Task<IReadOnlyList<string>> DescribeAsync()
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1
            """, connection);
        return await Rows.ReadAsync(command);
    }

    public void Dispose()
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }
}
