using System.Data.Common;

namespace Bot.Tests.Store.Support;

internal static class Rows
{
    internal static async Task<IReadOnlyList<string>> ReadAsync(DbCommand command)
    {
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
