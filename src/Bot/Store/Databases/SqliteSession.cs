using System.Globalization;
using System.Text;
using Bot.Store.Index;
using Bot.Store.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bot.Store.Databases;

/// <summary>
/// A session whose statements go to SQLite itself: what the driver puts between (a reader, a search for each parameter by its
/// name, each statement's SQL looked through again) costs a turn more than SQLite does.
/// </summary>
internal sealed class SqliteSession : Session
{
    /// <summary>How long a statement waits for another process: WeChat gives up after 5 seconds, the driver's own 30 would break it.</summary>
    internal const int BusySeconds = 2;

    private readonly SqliteConnection connection;
    private readonly Dictionary<Statement, sqlite3_stmt> prepared = [];
    private byte[] written = new byte[1024];

    private readonly RecentTurns? recent;

    /// <param name="connection">Open; stays the caller's.</param>
    /// <param name="recent">Of a writer that leaves turns out of the index for a while: which.</param>
    internal SqliteSession(SqliteConnection connection, RecentTurns? recent = null)
        : base(connection)
    {
        (this.connection, this.recent) = (connection, recent);
        raw.sqlite3_busy_timeout(connection.Handle!, BusySeconds * 1000);
    }

    /// <inheritdoc/>
    internal override bool HasKeys => true;

    /// <summary>The number of the row that was inserted last.</summary>
    internal long LastRow => raw.sqlite3_last_insert_rowid(connection.Handle!);

    /// <inheritdoc/>
    internal override Task CompleteIndexAsync(CancellationToken cancellation) => recent is null ? Task.CompletedTask : IndexWrites.AddAllAsync(this, recent, cancellation);

    /// <inheritdoc/>
    internal override Task<int> ExecuteAsync(Statement statement, CancellationToken cancellation, params ReadOnlySpan<object?> values) =>
        Prepare(statement) is { } ready ? Task.FromResult(Execute(ready, statement, values)) : base.ExecuteAsync(statement, cancellation, values);

    /// <inheritdoc/>
    internal override Task<TextAndTime?> FindAsync(Statement statement, CancellationToken cancellation, params ReadOnlySpan<object?> values) =>
        Task.FromResult(Find(statement, values));

    /// <summary>Runs one statement.</summary>
    /// <returns>How many rows it changed.</returns>
    internal int Execute(Statement statement, params ReadOnlySpan<object?> values) => Execute(Prepare(statement)!, statement, values);

    private int Execute(sqlite3_stmt ready, Statement statement, ReadOnlySpan<object?> values)
    {
        Bind(ready, statement, values);
        try
        {
            int result;
            do result = raw.sqlite3_step(ready);
            while (result == raw.SQLITE_ROW);
            Check(result, raw.SQLITE_DONE);
            return raw.sqlite3_changes(connection.Handle!);
        }
        finally
        {
            Release(ready);
        }
    }

    /// <summary>The first row of a statement that gives a text and a time or a number.</summary>
    /// <returns>Null where there is none.</returns>
    internal TextAndTime? Find(Statement statement, params ReadOnlySpan<object?> values)
    {
        var ready = Prepare(statement)!;
        Bind(ready, statement, values);
        try
        {
            var result = raw.sqlite3_step(ready);
            if (result == raw.SQLITE_DONE) return null;
            Check(result, raw.SQLITE_ROW);
            var text = raw.sqlite3_column_type(ready, 0) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(ready, 0).utf8_to_string();
            return new TextAndTime(text, raw.sqlite3_column_int64(ready, 1));
        }
        finally
        {
            Release(ready);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var statement in prepared.Values) statement.Dispose();
        prepared.Clear();
        base.Dispose(disposing);
    }

    // Null where it is more than one statement: a migration, which the driver runs.
    private sqlite3_stmt? Prepare(Statement statement)
    {
        if (prepared.TryGetValue(statement, out var ready)) return ready;
        Check(raw.sqlite3_prepare_v2(connection.Handle!, statement.Sql, out ready, out var rest), raw.SQLITE_OK);
        if (rest.AsSpan().ContainsAnyExcept(" \t\r\n;"))
        {
            ready.Dispose();
            return null;
        }

        prepared.Add(statement, ready);
        return ready;
    }

    // SQLite numbers parameters as they first occur, which is the order of the values.
    private void Bind(sqlite3_stmt ready, Statement statement, ReadOnlySpan<object?> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, statement.Names.Count);
        for (var i = 0; i < values.Length; i++) Bind(ready, i + 1, values[i]);
    }

    private void Bind(sqlite3_stmt statement, int place, object? value) => Check(
        value switch
        {
            null => raw.sqlite3_bind_null(statement, place),
            // No bytes at all would be taken for NULL.
            "" => raw.sqlite3_bind_text(statement, place, ""),
            string text => raw.sqlite3_bind_text(statement, place, Written(text)),
            ReadOnlyMemory<byte> text => raw.sqlite3_bind_text(statement, place, text.Span),
            long number => raw.sqlite3_bind_int64(statement, place, number),
            int number => raw.sqlite3_bind_int(statement, place, number),
            bool yes => raw.sqlite3_bind_int(statement, place, yes ? 1 : 0),
            DateOnly day => raw.sqlite3_bind_text(statement, place, Written(day)),
            _ => throw new NotSupportedException($"A {value.GetType().Name} is not kept."),
        },
        raw.SQLITE_OK);

    // SQLite copies what is bound: one buffer does for all.
    private ReadOnlySpan<byte> Written(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (written.Length < most) written = new byte[most];
        return written.AsSpan(0, Encoding.UTF8.GetBytes(text, written));
    }

    private ReadOnlySpan<byte> Written(DateOnly day)
    {
        if (!day.TryFormat(written, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture)) throw new InvalidOperationException("A day has ten characters.");
        return written.AsSpan(0, length);
    }

    // The result of the step was checked; a reset only repeats it. Texts are let go of: a long one would be kept until the next turn.
    private static void Release(sqlite3_stmt statement)
    {
        _ = raw.sqlite3_reset(statement);
        _ = raw.sqlite3_clear_bindings(statement);
    }

    private void Check(int result, int expected)
    {
        if (result != expected) SqliteException.ThrowExceptionForRC(result, connection.Handle);
    }
}
