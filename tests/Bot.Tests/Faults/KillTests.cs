using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bot.Tests.Faults;

/// <summary>The real program under load, killed with signal 9 again and again on the same data.</summary>
[Collection(PostgresTests.Name)]
public sealed class KillTests(PostgresServer server)
{
    private const int Callers = 8;

    // The long run: STORE_KILLS=200
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("STORE_KILLS") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Nothing_that_the_program_acknowledged_is_lost_on_SQLite()
    {
        using var folder = new DataFolder();
        await KillAsync("SQLite", folder.Path, [], async () =>
        {
            await using var connection = new SqliteConnection($"Data Source={folder.Database};Mode=ReadOnly;Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            Assert.Equal("ok", await command.ExecuteScalarAsync());
            Assert.Empty(folder.SetAside());
        });
    }

    [Fact]
    public async Task Nothing_that_the_program_acknowledged_is_lost_on_PostgreSQL()
    {
        using var folder = new DataFolder();
        var database = await server.CreateDatabaseAsync();
        await KillAsync("PostgreSQL", folder.Path, [$"--Storage:ConnectionString={database}"], async () =>
        {
            await using var connection = new NpgsqlConnection(database);
            await connection.OpenAsync();
            // Whole turns only: no answer without its conversation, no connection of the dead left in a transaction.
            await using var command = new NpgsqlCommand("""
                SELECT (SELECT count(*) FROM answers a WHERE NOT EXISTS (SELECT 1 FROM states s WHERE s.seq = a.seq))
                     + (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction' AND now() - state_change > interval '10 seconds')
                """, connection);
            Assert.Equal(0L, await command.ExecuteScalarAsync());
        });
    }

    private static async Task KillAsync(string store, string folder, IReadOnlyList<string> settings, Func<Task> check)
    {
        var random = new Random(Kills);
        List<string> acknowledged = [];
        List<double> starts = [];
        var all = 0;
        for (var kill = 0; kill <= Kills; kill++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var program = await ServedProgram.StartAsync(folder, settings);
            starts.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            await FindAsync(program.Client, acknowledged, kill);
            await check();
            all += acknowledged.Count;
            if (kill < Kills) acknowledged = await WriteUntilKilledAsync(program, random.Next(10, 300));
        }

        starts.Sort();
        Measured.Note($"kills of the program on {store}", Kills);
        Measured.Note($"answers and feedback acknowledged before them and found again on {store}", all);
        Measured.Note($"start after a kill on {store}, median s", Math.Round(starts[starts.Count / 2], 2));
        Measured.Note($"start after a kill on {store}, longest s", Math.Round(starts[^1], 2));
    }

    // A line each: A and an answer's id, F and the id of the answer that was rated.
    private static async Task<List<string>> WriteUntilKilledAsync(ServedProgram program, int milliseconds)
    {
        ConcurrentQueue<string> lines = new();
        var first = new TaskCompletionSource();
        var writers = Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            try
            {
                while (true)
                {
                    using var asked = await program.Client.PostAsJsonAsync("/api/ask", new { text = "首次入围中国互联网百强，奖励多少？", conversationId = $"kill-{caller}" });
                    var id = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("answerId").GetString()!;
                    lines.Enqueue($"A {id}");
                    first.TrySetResult();
                    using var rated = await program.Client.PostAsJsonAsync("/api/feedback", new { answerId = id, helpful = true });
                    if (rated.StatusCode == HttpStatusCode.Created) lines.Enqueue($"F {id}");
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
            {
                // The program is dead: what was not acknowledged by now never was.
            }
        })).ToArray();
        await first.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await Task.Delay(milliseconds);
        using (var process = Process.GetProcessById(program.Id)) process.Kill();
        await Task.WhenAll(writers).WaitAsync(TimeSpan.FromSeconds(60));
        return [.. lines];
    }

    private static async Task FindAsync(HttpClient client, List<string> acknowledged, int kill)
    {
        foreach (var line in acknowledged)
        {
            using var reply = await client.GetAsync(line[0] == 'A' ? $"/api/answers/{line[2..]}" : $"/api/feedback?answerId={line[2..]}");
            var text = await reply.Content.ReadAsStringAsync();
            Assert.True(reply.StatusCode == HttpStatusCode.OK, $"lost in kill {kill}: {line} ({(int)reply.StatusCode})");
            if (line[0] == 'F') Assert.Contains("\"helpful\":true", text, StringComparison.Ordinal);
        }
    }
}
