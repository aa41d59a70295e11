using Microsoft.Data.Sqlite;

namespace Bot.Store.Databases;

/// <summary>Opens a connection of our own, outside of the driver's pool.</summary>
internal static class SqliteOpening
{
    /// <summary>An open connection on which a first statement was run; nothing stays open where either fails.</summary>
    /// <param name="connectionString">How to open it.</param>
    /// <param name="first">The statement.</param>
    internal static SqliteConnection Open(string connectionString, string first)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = first;
            _ = command.ExecuteScalar();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
