namespace Calculators.Tests.Support;

/// <summary>A row of a case table: cells by column.</summary>
internal sealed record CaseRow(string Calculator, string Name, IReadOnlyDictionary<string, string> Cells);

/// <summary>Reads Cases/NAME.md: the clause's words as a quotation, then a table.</summary>
internal static class CaseTable
{
    internal static IEnumerable<string> Files => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.md").Order(StringComparer.Ordinal);

    internal static IEnumerable<string> Quotes(string file) => File.ReadLines(file).Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..]);

    internal static IEnumerable<CaseRow> Rows(string file)
    {
        string[]? columns = null;
        foreach (var line in File.ReadLines(file))
        {
            if (!line.StartsWith('|'))
            {
                columns = null;
                continue;
            }

            var cells = line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
            if (columns is null) columns = cells;
            else if (!cells[0].StartsWith("---", StringComparison.Ordinal))
            {
                if (cells.Length != columns.Length) throw new FormatException($"{Path.GetFileName(file)}: '{cells[0]}' has {cells.Length} cells, not {columns.Length}.");
                yield return new CaseRow(Path.GetFileNameWithoutExtension(file), cells[0], columns.Zip(cells).Skip(1).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
            }
        }
    }
}
