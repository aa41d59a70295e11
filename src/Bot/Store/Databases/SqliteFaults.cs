using Microsoft.Data.Sqlite;

namespace Bot.Store.Databases;

/// <summary>SQLite's result codes in our terms (sqlite.org/rescode.html).</summary>
internal static class SqliteFaults
{
    private const int Conflict = 19;

    internal static bool IsConflict(Exception exception) => exception is SqliteException { SqliteErrorCode: Conflict };

    internal static StoreProblem? Judge(Exception exception) => exception switch
    {
        DatabaseMovedException => StoreProblem.Unreadable,
        UnauthorizedAccessException => StoreProblem.ReadOnly,
        IOException => StoreProblem.Unreadable,
        SqliteException fault => Judge(fault.SqliteErrorCode),
        _ => null,
    };

    private static StoreProblem? Judge(int code) => code switch
    {
        5 or 6 => StoreProblem.Locked,
        3 or 8 => StoreProblem.ReadOnly,
        11 or 26 => StoreProblem.Corrupt,
        13 => StoreProblem.Full,
        // A value too large, a constraint, a mismatched or misused value: the write's own fault.
        18 or Conflict or 20 or 21 or 25 => null,
        _ => StoreProblem.Unreadable,
    };
}
