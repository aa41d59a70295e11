using System.Data.Common;
using System.Runtime.InteropServices;
using Bot.Store.Index;
using Bot.Store.Writing;
using Microsoft.Data.Sqlite;

namespace Bot.Store.Databases;

/// <summary>A connection to a SQLite file, with what the writer needs of it: transactions whose commit is on the disk.</summary>
internal sealed class SqliteWriterConnection : IDisposable
{
    // SQLITE_FCNTL_HAS_MOVED and SQLITE_DBSTATUS_CACHE_WRITE.
    private const int HasMoved = 20, PagesWritten = 9;
    private static readonly Statement BeginStatement = new("BEGIN IMMEDIATE");
    private static readonly Statement CommitStatement = new("COMMIT");
    private readonly SqliteConnection connection;
    private readonly string log;

    /// <summary>Opens the file, making it where it is missing.</summary>
    /// <param name="connectionString">How.</param>
    /// <param name="recent">What its turns leave out of the index for a while.</param>
    internal SqliteWriterConnection(string connectionString, RecentTurns recent)
    {
        connection = new SqliteConnection(connectionString);
        log = connection.DataSource + "-wal";
        try
        {
            connection.Open();
            connection.CreateFunction<string, string, long>("conversation_key", ConversationKey.Of, isDeterministic: true);
            connection.CreateFunction<string?, long?>("delivery_key", ConversationKey.OfDelivery, isDeterministic: true);
            Session = new SqliteSession(connection, recent);
            // Readers go on beside the writer; FULL syncs the log at each commit, so that a power cut loses nothing acknowledged.
            Execute(new("PRAGMA journal_mode = WAL"));
            Execute(new("PRAGMA synchronous = FULL"));
            Execute(new("PRAGMA foreign_keys = ON"));
            // The log is carried over by SqliteCheckpoints; the writer does it where that does not keep up.
            Execute(new("PRAGMA wal_autocheckpoint = 40000"));
            Execute(new("PRAGMA journal_size_limit = 67108864"));
            // KiB: turns write to the ends of their tables, and to the index in its own order. What stays small stays in the processor.
            Execute(new("PRAGMA cache_size = -512"));
            // Deleted conversations are overwritten where that costs no further writing.
            Execute(new("PRAGMA secure_delete = FAST"));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal SqliteSession Session { get; }

    internal DbConnection Connection => connection;

    /// <summary>Begins a transaction as its writer at once, so that it cannot fail for a lock later on.</summary>
    internal void Begin() => Execute(BeginStatement);

    /// <summary>Commits; a return means that the commit is in the file that others will open.</summary>
    internal void Commit()
    {
        Execute(CommitStatement);
        if (FileControl(connection.Handle!.DangerousGetHandle(), 0, HasMoved, out var moved) != 0 || moved != 0 || !File.Exists(log))
            throw new DatabaseMovedException();
    }

    /// <summary>How many pages were written since the last call.</summary>
    internal int TakePagesWritten() => SQLitePCL.raw.sqlite3_db_status(connection.Handle!, PagesWritten, out var pages, out _, resetFlg: 1) == 0 ? pages : 0;

    /// <summary>Carries over what is left in the log.</summary>
    internal void CarryOver() => SqliteCheckpoints.CarryOver(connection.Handle!);

    /// <summary>Rolls back where a transaction is still open; after some faults SQLite has done so itself.</summary>
    internal void Abandon()
    {
        if (connection.Handle is { } handle && SQLitePCL.raw.sqlite3_get_autocommit(handle) == 0)
            SQLitePCL.raw.sqlite3_exec(handle, "ROLLBACK");
    }

    internal void Execute(Statement statement) => Session.ExecuteAsync(statement, CancellationToken.None).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void Dispose()
    {
        Session.Dispose();
        connection.Dispose();
    }

    // Not wrapped by SQLitePCLRaw. SQLITE_FCNTL_HAS_MOVED compares the open file with the one under its name.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(nint database, nint name, int operation, out int result);
}
