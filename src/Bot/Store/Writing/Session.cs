using System.Data.Common;
using System.Text;

namespace Bot.Store.Writing;

/// <summary>A connection inside a transaction, with the commands that were prepared on it. For one caller at a time.</summary>
internal class Session(DbConnection connection, int? timeoutSeconds = null) : IDisposable
{
    private readonly Dictionary<Statement, DbCommand> prepared = [];

    /// <summary>Whether answers are looked up by their conversation's key, which the database reckons itself.</summary>
    internal virtual bool HasKeys => false;

    /// <summary>Sees to it that all answers of this moment are found by their conversation. Inside of a transaction.</summary>
    internal virtual Task CompleteIndexAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Runs a statement.</summary>
    /// <param name="statement">What to run.</param>
    /// <param name="cancellation">Gives up waiting, where the database can.</param>
    /// <param name="values">The parameters in the order in which the statement names them first; bytes are text in UTF-8.</param>
    /// <returns>How many rows it changed.</returns>
    internal virtual Task<int> ExecuteAsync(Statement statement, CancellationToken cancellation, params ReadOnlySpan<object?> values) =>
        Command(statement, values).ExecuteNonQueryAsync(cancellation);

    /// <summary>Runs a statement that gives rows.</summary>
    internal Task<IReadOnlyList<T>> QueryAsync<T>(
        Statement statement, Func<DbDataReader, T> read, CancellationToken cancellation, params ReadOnlySpan<object?> values) =>
        ReadAsync(Command(statement, values), read, cancellation);

    /// <summary>The first row of a statement that gives a text and a time, which is what every turn reads.</summary>
    /// <returns>The row; null where there is none.</returns>
    internal virtual Task<TextAndTime?> FindAsync(Statement statement, CancellationToken cancellation, params ReadOnlySpan<object?> values)
    {
        return FirstAsync(QueryAsync(statement, static row => new TextAndTime(row.IsDBNull(0) ? null : row.GetString(0), row.GetInt64(1)), cancellation, values));

        static async Task<TextAndTime?> FirstAsync(Task<IReadOnlyList<TextAndTime>> rows) => await rows is [var first, ..] ? first : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what was prepared.</summary>
    protected virtual void Dispose(bool disposing)
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        prepared.Clear();
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(
        DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        return rows;
    }

    private DbCommand Command(Statement statement, ReadOnlySpan<object?> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, statement.Names.Count);
        if (!prepared.TryGetValue(statement, out var command))
            prepared.Add(statement, command = Create(statement));
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] is ReadOnlyMemory<byte> text ? Encoding.UTF8.GetString(text.Span) : values[i] ?? DBNull.Value;
        return command;
    }

    private DbCommand Create(Statement statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        command.CommandTimeout = statement.Seconds ?? timeoutSeconds ?? command.CommandTimeout;
        foreach (var name in statement.Names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return command;
    }
}

/// <summary>A row of a text and a time.</summary>
internal readonly record struct TextAndTime(string? Text, long At);
