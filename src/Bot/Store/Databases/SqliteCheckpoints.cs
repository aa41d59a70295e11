using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bot.Store.Databases;

/// <summary>
/// Carries what the log holds over to the database beside the writer. Were that the writer's own work, every turn that waits
/// for it would wait for that too: some milliseconds, many times a second under load.
/// </summary>
internal sealed class SqliteCheckpoints : IDisposable
{
    // 16 MB of log. A page that was written again meanwhile is carried over once.
    private const int PagesBetween = 4000;
    private readonly SqliteConnection connection;
    private readonly AutoResetEvent wanted = new(initialState: false);
    private readonly Thread thread;
    private volatile bool stopping;
    private int since;

    /// <param name="connectionString">How to open the database; it exists.</param>
    internal SqliteCheckpoints(string connectionString)
    {
        connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            // A connection that has read nothing does not know of the log, and would find nothing to do.
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_schema";
            _ = command.ExecuteScalar();
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        thread = new Thread(Work) { IsBackground = true, Name = "checkpoints" };
        thread.Start();
    }

    /// <summary>Told by the writer how many pages its last commit added to the log.</summary>
    internal void Written(int pages)
    {
        since += pages;
        if (since < PagesBetween) return;
        since = 0;
        wanted.Set();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stopping = true;
        wanted.Set();
        thread.Join();
        connection.Dispose();
        wanted.Dispose();
    }

    private void Work()
    {
        while (wanted.WaitOne() && !stopping)
        {
            // Waits for nobody. What it cannot do now, the next one does, or the writer when the log has grown long; a fault of the
            // disk loses nothing of the log, and the writer's next commit meets it.
            _ = raw.sqlite3_wal_checkpoint_v2(connection.Handle!, null, raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
        }
    }
}
