using Bot.Store.Index;
using Bot.Store.Records;
using Bot.Store.Schema;
using Bot.Store.Writing;
using Microsoft.Data.Sqlite;

namespace Bot.Store.Databases;

/// <summary>SQLite in the data folder: one writer that commits in groups, readers on pooled connections of their own.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private readonly SqliteFile file;
    private readonly Action<StoreProblem, Exception> report;
    private readonly IReadOnlyList<Migration> steps;
    private readonly string readerString;
    private readonly string writerString;
    private readonly Lazy<ContextPool> contexts;
    private readonly ReaderConnections readers;
    private readonly bool isServing;
    private readonly long room;
    private volatile GroupWriter? writer;

    // Null where turns go into the index at once: for another process that would be looking for them.
    private volatile RecentTurns? recent;
    private volatile KnownTurnsFiller? filler;
    private volatile bool suspect;
    private bool opened;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    /// <param name="folder">The data folder; need not exist.</param>
    /// <param name="time">Dates what is set aside.</param>
    /// <param name="report">Told of a fault that ends the writer's work.</param>
    /// <param name="steps">The migrations; all of them where null.</param>
    /// <param name="isServing">Whether this process answers all day; else it is a visitor of the folder beside one that does.</param>
    /// <param name="room">For how many turns it remembers at first whose they are; for more when more come.</param>
    internal SqliteDatabase(
        string folder, TimeProvider time, Action<StoreProblem, Exception> report, IReadOnlyList<Migration>? steps = null, bool isServing = true, long room = KeyFilter.LeastRoom)
    {
        file = new SqliteFile(folder, time);
        (this.isServing, this.room) = (isServing, room);
        this.report = report;
        this.steps = steps ?? Migration.All;
        // ReadWrite, not ReadWriteCreate: a reader must not put an empty file where the database was deleted.
        readerString = ConnectionString(SqliteOpenMode.ReadWrite, pooling: true);
        writerString = ConnectionString(SqliteOpenMode.ReadWriteCreate, pooling: false);
        readers = new ReaderConnections(ConnectionString(SqliteOpenMode.ReadWrite, pooling: false));
        // Only the office's lists need EF; no start and no turn waits for it.
        contexts = new(() => ContextPool.Sqlite(readerString));
    }

    /// <inheritdoc/>
    public bool ManyWriters => false;

    /// <inheritdoc/>
    public int Waiting => writer?.Waiting ?? 0;

    /// <summary>How many transactions were committed since it was opened.</summary>
    internal long Commits => writer?.Commits ?? 0;

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellation) => Task.Run(() => OpenOrBeginAnewAsync(cancellation), cancellation);

    /// <inheritdoc/>
    public async Task CloseAsync()
    {
        if (writer is { } closing)
        {
            if (filler is { } filling) await filling.DisposeAsync();
            filler = null;
            await TryCompleteIndexAsync(closing);
            await closing.DisposeAsync();
            writer = null;
        }
        ClearReaders();
    }

    /// <inheritdoc/>
    public StoreContext CreateContext() => contexts.Value.Create();

    /// <inheritdoc/>
    public Task<T> ReadAsync<T>(Func<Session, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        readers.ReadAsync(read, cancellation);

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        writer is { } open ? open.WriteAsync(work, cancellation) : throw new StoreUnavailableException(StoreProblem.Starting);

    /// <inheritdoc/>
    public Task KeepAsync(KeptTurn turn, CancellationToken cancellation)
    {
        // The program that serves does not look for a visitor's turns elsewhere.
        if (!isServing && !Visitors.Use(turn.Channel)) throw new InvalidOperationException($"A command keeps no turns of {turn.Channel}.");
        var found = recent;
        filler?.BeginWhereFull();
        return WriteAsync((session, _) => Task.FromResult(SqliteTurns.Keep((SqliteSession)session, found, turn)), cancellation);
    }

    /// <inheritdoc/>
    public Task CompleteIndexAsync(CancellationToken cancellation) => WriteAsync(CompleteIndexAsync, cancellation);

    /// <inheritdoc/>
    public Task<ConversationRecord?> FindConversationAsync(string channel, string conversationId, DateTimeOffset since, CancellationToken cancellation) =>
        recent is { } ours && !Visitors.Use(channel) && !ours.Known.MayHold(ConversationKey.Of(channel, conversationId))
            ? Task.FromResult<ConversationRecord?>(null)
            : readers.ReadAsync((session, _) => Task.FromResult(SqliteTurns.Find((SqliteSession)session, recent, channel, conversationId, since)), cancellation);

    /// <inheritdoc/>
    public StoreProblem? Judge(Exception exception)
    {
        var problem = SqliteFaults.Judge(exception);
        suspect |= problem?.Fault is StoreFault.Corrupt or StoreFault.Unreadable;
        return problem;
    }

    /// <inheritdoc/>
    public bool IsConflict(Exception exception) => SqliteFaults.IsConflict(exception);

    private async Task OpenOrBeginAnewAsync(CancellationToken cancellation)
    {
        file.CreateFolder();
        if (file.IsOrphaned())
            file.SetAside();
        try
        {
            writer = await ConnectAsync(cancellation);
        }
        catch (SqliteException fault) when (SqliteFaults.Judge(fault) == StoreProblem.Corrupt)
        {
            report(StoreProblem.Corrupt, fault);
            ClearReaders();
            file.SetAside();
            writer = await ConnectAsync(cancellation);
        }
    }

    private static async Task<bool> CompleteIndexAsync(Session session, CancellationToken cancellation)
    {
        await session.CompleteIndexAsync(cancellation);
        return true;
    }

    // The next start then has nothing to gather. Where it cannot be, it does.
    private async Task TryCompleteIndexAsync(GroupWriter open)
    {
        try
        {
            await open.WriteAsync(CompleteIndexAsync, CancellationToken.None);
        }
        catch (Exception fault) when (ProblemOf(fault) is { } problem)
        {
            report(problem, fault);
        }
    }

    private StoreProblem? ProblemOf(Exception fault) => (fault as StoreUnavailableException)?.Problem ?? Judge(fault);

    private async Task<GroupWriter> ConnectAsync(CancellationToken cancellation)
    {
        var gathered = new RecentTurns();
        var connection = new SqliteWriterConnection(writerString, gathered);
        try
        {
            if (suspect || (!opened && file.IsQuickToCheck()))
                await CheckWholeAsync(connection.Session, cancellation);
            suspect = false;
            connection.Begin();
            await Migrator.MigrateAsync(connection.Session, steps, step => step.Sqlite, cancellation);
            // More than one page, so that a disk that is still full is found here and not by the next user.
            await Migrator.WriteSettingAsync(connection.Session, "probe", new string('.', 65536), cancellation);
            var lacking = isServing ? await IndexWrites.ReadAsync(connection.Session, cancellation) : null;
            foreach (var turn in lacking ?? []) gathered.Add(turn);
            if (!isServing) await connection.Session.CompleteIndexAsync(cancellation);
            connection.Commit();
            gathered.Committed();
            await Migrator.WriteSettingAsync(connection.Session, "probe", "", cancellation);
            opened = true;
            recent = isServing ? gathered : null;
            filler = lacking is null ? null : KnownTurnsFiller.Start(readers, gathered, room, ProblemOf, report);
            var checkpoints = new SqliteCheckpoints(ConnectionString(SqliteOpenMode.ReadWrite, pooling: false));
            return new GroupWriter(connection, checkpoints, gathered, (problem, fault) => report(Judge(fault) ?? problem, fault));
        }
        catch
        {
            connection.Abandon();
            connection.Dispose();
            throw;
        }
    }

    private static async Task CheckWholeAsync(Session session, CancellationToken cancellation)
    {
        var found = await session.QueryAsync(new("PRAGMA quick_check(1)"), row => row.GetString(0), cancellation);
        if (found is not ["ok"])
            throw new SqliteException(found.Count == 0 ? "quick_check gave nothing" : found[0], 11);
    }

    private void ClearReaders()
    {
        readers.Clear();
        using var reader = new SqliteConnection(readerString);
        SqliteConnection.ClearPool(reader);
    }

    private string ConnectionString(SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = file.Path,
        Mode = mode,
        Pooling = pooling,
        DefaultTimeout = SqliteSession.BusySeconds,
    }.ConnectionString;
}
