using System.Net;
using System.Text;
using System.Text.Json;
using Bot.Answering;
using Bot.Hosting;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;
using Calculators.Rules;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bot.Tests.Faults;

/// <summary>What the whole program does while its store is out of order, and after.</summary>
[Collection(PostgresTests.Name)]
public sealed class StoreFaultTests(PostgresServer server)
{
    [Fact]
    public async Task On_a_full_disk()
    {
        using var disk = new SmallDisk();
        FileInfo? filler = null;
        await SurvivesAsync([$"--Storage:Folder={disk.Folder}"], 507, () => Done(() => filler = disk.Fill()), () => Done(filler!.Delete));
    }

    [Fact]
    public async Task While_the_data_folder_is_gone()
    {
        using var folder = new DataFolder();
        var (data, kept) = (Path.Combine(folder.Path, "data"), Path.Combine(folder.Path, "kept"));
        await SurvivesAsync(
            [$"--Storage:Folder={data}"],
            503,
            () => Done(() =>
            {
                Directory.Move(data, kept);
                // Else the program would make the folder anew, and go on.
                File.WriteAllText(data, "");
            }),
            () => Done(() =>
            {
                File.Delete(data);
                Directory.Move(kept, data);
            }));
    }

    [Fact]
    public async Task While_another_program_holds_the_database()
    {
        using var folder = new DataFolder();
        await using var other = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        SqliteTransaction? hold = null;
        await SurvivesAsync(
            [$"--Storage:Folder={folder.Path}"],
            503,
            async () =>
            {
                await other.OpenAsync();
                hold = other.BeginTransaction(deferred: false);
            },
            () => Done(hold!.Dispose));
    }

    [Fact]
    public async Task While_the_database_server_is_down()
    {
        var database = await server.CreateDatabaseAsync();
        await SurvivesAsync([$"--Storage:ConnectionString={database}"], 503, server.StopAsync, server.StartAsync);
    }

    [Fact]
    public async Task While_the_database_server_does_not_get_on()
    {
        var database = await server.CreateDatabaseAsync();
        await using var other = new NpgsqlConnection(database);
        NpgsqlTransaction? hold = null;
        await SurvivesAsync(
            [$"--Storage:ConnectionString={database}"],
            503,
            async () =>
            {
                await other.OpenAsync();
                hold = await other.BeginTransactionAsync();
                await using var command = new NpgsqlCommand("LOCK TABLE answers, feedback, states, settings IN ACCESS EXCLUSIVE MODE", other);
                await command.ExecuteNonQueryAsync();
            },
            async () => await hold!.DisposeAsync());
    }

    private static async Task SurvivesAsync(string[] settings, int status, Func<Task> breaking, Func<Task> mending)
    {
        var host = new BotHost(["--Storage:RetrySeconds=1", .. settings], services => services.AddSingleton<IAssistant, Assistant>(), _ => new Parts(Catalogue.Default, FixedTime.FirstOctober));
        await host.InitializeAsync();
        try
        {
            await UntilAsync(host, HttpStatusCode.OK);
            var kept = await AskAsync(host);
            Assert.Equal(201, await RateAsync(host, kept));

            await breaking();
            await UntilRefusedAsync(host, kept, status);
            Assert.Equal(status, await RateAsync(host, kept));
            Assert.Equal(503, (await host.GetAsync("/readyz")).Status);
            Assert.Equal(200, (await host.GetAsync("/healthz")).Status);
            Assert.Equal(200, (await host.GetAsync("/api/clauses/xunwu-51/2")).Status);
            // Answered and not kept: its number leads nowhere, and never to a 5xx.
            var lost = await AskAsync(host);
            Assert.Equal(404, (await host.GetAsync($"/api/answers/{lost}")).Status);

            await mending();
            await UntilAsync(host, HttpStatusCode.OK);
            Assert.Equal(200, (await host.GetAsync($"/api/answers/{kept}")).Status);
            Assert.Equal(201, await RateAsync(host, kept));
            Assert.Equal(200, (await host.GetAsync($"/api/answers/{await AskAsync(host)}")).Status);
            Assert.Equal(2, (await host.GetAsync($"/api/feedback?answerId={kept}")).Json.GetProperty("feedback").EnumerateArray().Count(f => f.GetProperty("comment").GetString() == "好"));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task<string> AskAsync(BotHost host)
    {
        var reply = await host.PostAsync("/api/ask", Encoding.UTF8.GetBytes("""{"text":"首次入围中国互联网百强，奖励多少？"}"""), "application/json");
        Assert.True(reply.Status == 200, reply.Text);
        Assert.Equal(("award", 1_000_000m), (reply.Json.GetProperty("kind").GetString(), reply.Json.GetProperty("awards")[0].GetProperty("amount").GetDecimal()));
        return reply.Json.GetProperty("answerId").GetString()!;
    }

    private static async Task<int> RateAsync(BotHost host, string answer)
    {
        var reply = await host.PostAsync("/api/feedback", JsonSerializer.Serialize(new { answerId = answer, helpful = true, comment = "好" }));
        if (reply.Status >= 400) reply.Problem(reply.Status);
        return reply.Status;
    }

    // Some room may be left in what is open already, so that the first writes after the fault still go through: they are not told from others.
    private static async Task UntilRefusedAsync(BotHost host, string answer, int status)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var comment = new string('x', 2000);
            if ((await host.PostAsync("/api/feedback", JsonSerializer.Serialize(new { answerId = answer, helpful = false, comment }))).Status == status) return;
            await Task.Delay(10);
        }

        Assert.Fail($"Feedback is never a {status}.");
    }

    private static async Task UntilAsync(BotHost host, HttpStatusCode status)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if ((await host.GetAsync("/readyz")).Status == (int)status) return;
            await Task.Delay(100);
        }

        Assert.Fail($"/readyz never is {status}: {(await host.GetAsync("/readyz")).Text}");
    }

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
