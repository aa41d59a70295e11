using System.Collections.Concurrent;
using Bot.Store.Writing;
using Microsoft.Data.Sqlite;

namespace Bot.Store.Databases;

/// <summary>Connections that only read, each with the statements that were prepared on it; as many as are in use at once.</summary>
/// <remarks>A statement is parsed once a connection, not once a turn.</remarks>
/// <param name="connectionString">How to open one; without the driver's own pool, which would forget what was prepared.</param>
internal sealed class ReaderConnections(string connectionString)
{
    private readonly ConcurrentStack<Reader> idle = new();
    private int age;

    /// <summary>Reads on a connection that nobody else uses meanwhile.</summary>
    internal async Task<T> ReadAsync<T>(Func<Session, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        var opened = Volatile.Read(ref age);
        if (!idle.TryPop(out var reader)) reader = new Reader(connectionString);
        try
        {
            var result = await read(reader.Session, cancellation);
            idle.Push(reader);
            reader = null;
            return result;
        }
        finally
        {
            // After a fault nothing is known of the connection.
            reader?.Dispose();
            if (opened != Volatile.Read(ref age)) DisposeIdle();
        }
    }

    /// <summary>Lets go of the file; those in use follow when they are done.</summary>
    internal void Clear()
    {
        Interlocked.Increment(ref age);
        DisposeIdle();
    }

    private void DisposeIdle()
    {
        while (idle.TryPop(out var reader)) reader.Dispose();
    }

    private sealed class Reader : IDisposable
    {
        private readonly SqliteConnection connection;

        internal Reader(string connectionString)
        {
            // Whatever anybody commits makes a reader's pages stale: more than one turn's would only be kept for nothing.
            connection = SqliteOpening.Open(connectionString, "PRAGMA cache_size = -256");
            Session = new SqliteSession(connection);
        }

        internal Session Session { get; }

        public void Dispose()
        {
            Session.Dispose();
            connection.Dispose();
        }
    }
}
