using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Tests.Channels.WeChat;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;

namespace Bot.Tests.Telemetry;

/// <summary>What stands in the logs, and where they go.</summary>
public sealed class LogTests
{
    // Words that the documents do not hold, so that they can only come from who spoke.
    private const string Question = "我是赵铁柱，首次入围中国互联网百强，奖励多少？";
    private const string Refused = "赵铁柱想问附近哪家饭馆好吃？";

    [Fact]
    public async Task No_log_at_any_level_holds_what_was_said_who_said_it_or_a_secret()
    {
        ConcurrentQueue<string> lines;
        await using (var office = await Office.OpenAsync(real: true, settings: ["--Logging:LogLevel:Default=Debug", "--Logging:LogLevel:Microsoft=Warning", "--Logging:LogLevel:System=Warning", "--Desk:Secret=desk-geheim-1"]))
        {
            foreach (var text in (string[])[Question, Refused])
            {
                foreach (var (_, sayAsync) in EveryChannel.Doors) await sayAsync(office, text);
            }

            // A bad body, a wrong secret and a query: what goes wrong is logged more than what goes well.
            await office.Host.PostAsync("/api/ask", """{"text":7,"赵铁柱":1}""");
            await office.Host.GetAsync($"/api/clauses?q={Uri.EscapeDataString(Question)}");
            using var form = new FormUrlEncodedContent([new("secret", "desk-geheim-2")]);
            using var wrong = await office.Host.Client.PostAsync("/desk/sign-in", form);
            lines = office.Log.Lines;
        }

        Assert.True(lines.Count > 5, "Nothing was logged at all.");
        foreach (var said in (string[])["赵铁柱", "百强", "饭馆", Uri.EscapeDataString("百强"), EveryChannel.WebUser, "zhangsan", "op_jJNEqgF9njxMWapf", "29:user", "secret-app", "secret-corp", "desk-geheim", Account.Token, Account.Key])
            Assert.DoesNotContain(lines, line => line.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logs_are_a_JSON_object_a_line_on_standard_error_where_that_is_asked_for_scopes_and_all()
    {
        using var folder = new DataFolder();
        await using var program = await ServedProgram.StartAsync(folder.Path, "--Logging:Console:FormatterName=json", "--Logging:Console:FormatterOptions:IncludeScopes=true", "--Logging:LogLevel:Default=Debug", "--Logging:LogLevel:Microsoft.AspNetCore=Information");
        await program.AskAsync(Question);
        using (var search = await program.Client.GetAsync($"/api/clauses?q={Uri.EscapeDataString("赵铁柱")}")) Assert.Equal(200, (int)search.StatusCode);
        program.Terminate();
        Assert.Equal(0, await program.EndedAsync());

        Assert.All(program.Output, line => Assert.Empty(line));
        Assert.True(program.Errors.Count > 5);
        foreach (var line in program.Errors)
        {
            using var entry = JsonDocument.Parse(line);
            Assert.NotEmpty(entry.RootElement.GetProperty("Category").GetString()!);
        }

        // Even with the framework's own lines about requests, which name paths and queries, no question of the body is there.
        Assert.DoesNotContain(program.Errors, line => line.Contains("百强", StringComparison.Ordinal));
    }
}
