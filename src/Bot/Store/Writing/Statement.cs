namespace Bot.Store.Writing;

/// <summary>A statement that both databases understand, with the names of its parameters in the order in which they first occur.</summary>
/// <remarks>One object a statement: the writer keeps a prepared command for each.</remarks>
internal sealed class Statement
{
    /// <param name="sql">The statement.</param>
    /// <param name="seconds">How long it may take, where the database asks; null where what holds for turns holds for it.</param>
    internal Statement(string sql, int? seconds = null)
    {
        (Sql, Seconds) = (sql, seconds);
        var names = new List<string>();
        for (var at = sql.IndexOf('@', StringComparison.Ordinal); at >= 0; at = sql.IndexOf('@', at + 1))
        {
            var end = at + 1;
            while (end < sql.Length && char.IsAsciiLetter(sql[end]))
                end++;
            if (!names.Contains(sql[at..end], StringComparer.Ordinal))
                names.Add(sql[at..end]);
        }
        Names = names;
    }

    internal string Sql { get; }

    internal int? Seconds { get; }

    internal IReadOnlyList<string> Names { get; }
}
