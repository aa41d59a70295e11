using System.Net.Sockets;
using Npgsql;

namespace Bot.Store.Databases;

/// <summary>PostgreSQL's error codes in our terms (postgresql.org/docs, appendix A).</summary>
internal static class PostgresFaults
{
    internal static bool IsConflict(Exception exception) =>
        exception is PostgresException fault && (fault.SqlState.StartsWith("23", StringComparison.Ordinal) || IsCollision(fault));

    /// <summary>Whether two transactions stood in each other's way (a deadlock), so that a second try helps.</summary>
    internal static bool IsCollision(PostgresException fault) => fault.SqlState.StartsWith("40", StringComparison.Ordinal);

    internal static StoreProblem? Judge(Exception exception) => exception switch
    {
        PostgresException fault => Judge(fault.SqlState),
        // EF wraps what may pass by itself in advice to use its retries.
        InvalidOperationException { InnerException: NpgsqlException inner } => Judge(inner),
        NpgsqlException or SocketException or IOException or TimeoutException => StoreProblem.Unreachable,
        _ => null,
    };

    private static StoreProblem? Judge(string state) => state switch
    {
        "53100" => StoreProblem.Full,
        "25006" => StoreProblem.ReadOnly,
        "55P03" => StoreProblem.Locked,
        // Data, constraints, and transactions that met: the write's own fault.
        ['2', '2' or '3', ..] or ['4', '0', ..] => null,
        _ => StoreProblem.Unreachable,
    };
}
