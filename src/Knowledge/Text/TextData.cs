namespace Knowledge.Text;

/// <summary>The tables of this folder, as they stand in the assembly: lines, without comments and blank ones.</summary>
internal static class TextData
{
    internal static IEnumerable<string> Lines(string table)
    {
        using var stream = typeof(TextData).Assembly.GetManifestResourceStream("Text." + table)
            ?? throw new InvalidOperationException($"The assembly does not hold the table {table}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    /// <summary>The words of a table that holds several a line.</summary>
    internal static string[] Words(string table) =>
        [.. Lines(table).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
