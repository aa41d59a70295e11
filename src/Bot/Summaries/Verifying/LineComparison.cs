using Bot.Summaries.Formats;

namespace Bot.Summaries.Verifying;

/// <summary>Compares the lines of a summary with those that it should have.</summary>
internal static class LineComparison
{
    private const int MostDifferences = 50;
    // A table of so many cells; beyond it lines are compared in place.
    private const long LargestTable = 1_000_000;

    /// <summary>Every difference, in order; past the first fifty only their number.</summary>
    internal static List<Difference> Compare(IReadOnlyList<string> found, IReadOnlyList<Line> expected, Func<string, string> seen)
    {
        var start = 0;
        while (start < found.Count && start < expected.Count && found[start] == expected[start].Text) start++;
        var (foundEnd, expectedEnd) = (found.Count, expected.Count);
        while (foundEnd > start && expectedEnd > start && found[foundEnd - 1] == expected[expectedEnd - 1].Text) (foundEnd, expectedEnd) = (foundEnd - 1, expectedEnd - 1);
        List<Difference> differences = [];
        var untold = 0;
        foreach (var (from, to, foundFrom, foundTo) in Gaps(found, expected, start, foundEnd, expectedEnd))
        {
            for (var i = 0; i < Math.Max(to - from, foundTo - foundFrom); i++)
            {
                if (from + i < to && foundFrom + i < foundTo && found[foundFrom + i] == expected[from + i].Text) continue;
                if (differences.Count == MostDifferences)
                {
                    untold++;
                    continue;
                }

                // What stands where nothing should is told of the section before it.
                var section = expected[Math.Clamp(Math.Min(from + i, to - 1), 0, expected.Count - 1)].Section;
                differences.Add(
                    from + i >= to ? Wording.Extra(section, seen(found[foundFrom + i]))
                    : foundFrom + i >= foundTo ? Wording.Missing(section, seen(expected[from + i].Text))
                    : Wording.Changed(section, seen(found[foundFrom + i]), seen(expected[from + i].Text)));
            }
        }

        if (untold > 0) differences.Add(Wording.More(untold));
        return differences;
    }

    // The stretches between the longest common run of lines: each ends where both sides agree again.
    private static IEnumerable<(int From, int To, int FoundFrom, int FoundTo)> Gaps(IReadOnlyList<string> found, IReadOnlyList<Line> expected, int start, int foundEnd, int expectedEnd)
    {
        var (rows, columns) = (expectedEnd - start, foundEnd - start);
        if (rows == 0 && columns == 0) yield break;
        if ((long)rows * columns > LargestTable)
        {
            yield return (start, expectedEnd, start, foundEnd);
            yield break;
        }

        var common = CommonLengths(found, expected, start, rows, columns);
        var (row, column, fromRow, fromColumn) = (0, 0, 0, 0);
        while (row < rows && column < columns)
        {
            if (expected[start + row].Text == found[start + column])
            {
                if (row > fromRow || column > fromColumn) yield return (start + fromRow, start + row, start + fromColumn, start + column);
                (row, column) = (row + 1, column + 1);
                (fromRow, fromColumn) = (row, column);
            }
            else if (common[row + 1, column] >= common[row, column + 1]) row++;
            else column++;
        }

        if (fromRow < rows || fromColumn < columns) yield return (start + fromRow, expectedEnd, start + fromColumn, foundEnd);
    }

    private static int[,] CommonLengths(IReadOnlyList<string> found, IReadOnlyList<Line> expected, int start, int rows, int columns)
    {
        var common = new int[rows + 1, columns + 1];
        for (var row = rows - 1; row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
                common[row, column] = expected[start + row].Text == found[start + column] ? common[row + 1, column + 1] + 1 : Math.Max(common[row + 1, column], common[row, column + 1]);
        }

        return common;
    }
}
