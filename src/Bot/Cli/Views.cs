using Spectre.Console;

namespace Bot.Cli;

/// <summary>What the tables have in common.</summary>
internal static class Views
{
    /// <summary>A table with these columns. Its lines are ASCII: box characters are as wide as a Chinese one in some terminals and half as wide in others.</summary>
    internal static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Ascii2);
        foreach (var column in columns) table.AddColumn(new TableColumn(new Text(column)));
        return table;
    }
}
