using Bot.Store.Databases;
using Bot.Store.Schema;
using Microsoft.Data.Sqlite;

namespace Bot.Tests.Store.Support;

internal sealed class SqliteBackend : IBackend
{
    internal DataFolder Folder { get; } = new();

    public OpenStore Open(ShiftedTime time) => Folder.Open(time);

    public async Task PrepareAsync(int version, string script)
    {
        var database = new SqliteDatabase(Folder.Path, new ShiftedTime(), (_, _) => { }, [.. Migration.All.Take(version)]);
        await database.OpenAsync(default);
        await database.WriteAsync((session, token) => session.ExecuteAsync(new(script), token), default);
        await database.CloseAsync();
    }

    public async Task<IReadOnlyList<string>> DescribeAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Folder.Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_master ORDER BY name";
        return await Rows.ReadAsync(command);
    }

    public void Dispose() => Folder.Dispose();
}
