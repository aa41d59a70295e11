using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bot.Store.Databases;

/// <summary>
/// Carries what the log holds over to the database beside the writer. Were that the writer's own work, every turn that waits
/// for it would wait for that too: some milliseconds, many times a second under load.
/// </summary>
internal sealed class SqliteCheckpoints : IDisposable
{
    // Less than a megabyte of log, so that no sync of the log waits long behind what is carried over; and 32 MB, after which it should begin anew.
    private const int PagesBetween = 200, LongLog = 8000;

    // So little is left after some rounds that whoever waits for the writer hardly notices; each is shorter than the one before.
    private const int Rest = 300, MostRounds = 6;
    private readonly SqliteConnection connection;
    private readonly AutoResetEvent wanted = new(initialState: false);
    private readonly Thread thread;
    private volatile bool stopping;
    private volatile bool isEndDue;
    private int since;

    /// <param name="connectionString">How to open the database; it exists.</param>
    internal SqliteCheckpoints(string connectionString)
    {
        // A connection that has read nothing does not know of the log, and would find nothing to do.
        connection = SqliteOpening.Open(connectionString, "SELECT count(*) FROM sqlite_schema");
        thread = new Thread(Work) { IsBackground = true, Name = "checkpoints" };
        thread.Start();
    }

    /// <summary>Told by the writer how many pages its last commit added to the log.</summary>
    /// <returns>
    /// Whether the writer should carry over the little that is left: only while nothing is written can all be carried over, and
    /// only then does the log begin anew instead of growing.
    /// </returns>
    internal bool Written(int pages)
    {
        since += pages;
        if (since >= PagesBetween)
        {
            since = 0;
            wanted.Set();
        }

        var due = isEndDue;
        isEndDue = false;
        return due;
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
            var (log, before) = (CarryOver(connection.Handle!), 0);
            for (var round = 1; round < MostRounds && log >= LongLog && log - before > Rest && !stopping; round++) (log, before) = (CarryOver(connection.Handle!), log);
            isEndDue = log >= LongLog;
        }
    }

    /// <summary>Carries over what is in the log and that no reader is in the way of. Waits for nobody.</summary>
    /// <remarks>What it cannot do now, the next time does; a fault of the disk loses nothing of the log, and the writer's next commit meets it.</remarks>
    /// <returns>How many pages the log holds.</returns>
    internal static int CarryOver(sqlite3 database) =>
        raw.sqlite3_wal_checkpoint_v2(database, null, raw.SQLITE_CHECKPOINT_PASSIVE, out var log, out _) == raw.SQLITE_OK ? log : 0;
}
