using System.Text;
using System.Text.Json;
using Bot.Tests.Mcp.Support;
using Bot.Tests.Support;
using Calculators.Rules;

namespace Bot.Tests.Mcp;

/// <summary>What stands on the pipes of the real process, whatever is sent.</summary>
public sealed class McpPipeTests
{
    [Fact]
    public async Task A_whole_session_of_the_official_client_leaves_nothing_but_the_protocol_on_standard_output()
    {
        var session = new ClientSession();
        await session.InitializeAsync();
        var called = new Dictionary<string, string>
        {
            ["search_clauses"] = """{"q":"股权基金"}""",
            ["get_clause"] = """{"clause":"xunwu-51/7"}""",
            ["screen"] = "{}",
            ["summarize"] = """{"text":"第七条"}""",
            ["ask"] = """{"text":"第七条"}""",
        };
        foreach (var calculator in Catalogue.Default.Calculators) called[calculator.Name.Replace('-', '_')] = Samples.Of(calculator).First().ToJsonString();
        foreach (var tool in await session.Client.ListToolsAsync()) Assert.False((await tool.CallAsync(ClientSession.Arguments(called[tool.Name]))).IsError, tool.Name);
        foreach (var resource in await session.Client.ListResourcesAsync()) Assert.NotEmpty((await resource.ReadAsync()).Contents);
        var lines = await session.EndAsync();
        Assert.True(lines.Count > called.Count);
        Assert.All(lines, line => RawServer.Message(line));
        await session.DisposeAsync();
    }

    [Fact]
    public async Task Whatever_stands_in_a_line_the_server_goes_on()
    {
        using var server = new RawServer("--as-of", "2022-10-01");
        await server.InitializeAsync();
        foreach (var line in new[] { "", "{", "nonsense", "[]", "null", "{}", "\"text\"", new string('[', 100_000), """{"jsonrpc":"1.0","method":"ping"}""", """{"jsonrpc":"2.0","method":"notifications/none"}""" }) await server.SendAsync(line);
        await server.SendAsync(new byte[] { 0xff, 0xfe, 0x00 });
        string[] requests =
        [
            """{"jsonrpc":"2.0","id":1,"method":"none/such"}""",
            """{"jsonrpc":"2.0","id":2,"method":"tools/call"}""",
            """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":[]}""",
            """{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"none"}}""",
            """{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":3}}""",
            """{"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"get_clause","arguments":["xunwu-51/7"]}}""",
            """{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"get_clause","arguments":{"clause":"\ud800"}}}""",
            """{"jsonrpc":"2.0","id":8,"method":"resources/read","params":{}}""",
            """{"jsonrpc":"2.0","id":9,"method":"tools/call","params":{"name":"screen","arguments":""" + Nested(2000) + "}}",
        ];
        foreach (var request in requests) await server.SendAsync(request);
        for (var id = 1; id <= requests.Length; id++) Assert.True((await server.AnswerAsync(id)).TryGetProperty("error", out _), requests[id - 1]);
        await server.SendAsync("""{"jsonrpc":"2.0","id":20,"method":"ping"}""");
        Assert.True((await server.AnswerAsync(20)).TryGetProperty("result", out _));
        var (exit, errors) = await server.CloseAsync();
        Assert.Equal(0, exit);
        Assert.All(server.Lines, line => Assert.DoesNotContain("   at ", RawServer.Message(line).GetRawText(), StringComparison.Ordinal));
        // A client's own words, and a trace for each of its mistakes, are nothing for the log.
        Assert.DoesNotContain("none/such", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_argument_one_that_stands_twice_and_one_that_is_nested_too_deep_are_refused()
    {
        using var server = new RawServer();
        await server.InitializeAsync();
        await server.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask","arguments":{"text":" """ + new string('奖', 2_000_000) + "\"}}}");
        await server.SendAsync("""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"core_industry_revenue","arguments":{"category":"manufacturing","annualRevenue":120000000,"annualRevenue":1}}}""");
        Assert.StartsWith("text：", Refusal(await server.AnswerAsync(1)), StringComparison.Ordinal);
        await server.SendAsync("""{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"screen","arguments":""" + Nested(20) + "}}");
        Assert.StartsWith("annualRevenue：", Refusal(await server.AnswerAsync(2)), StringComparison.Ordinal);
        Assert.Contains("嵌套不要超过", Refusal(await server.AnswerAsync(3)), StringComparison.Ordinal);
        Assert.Equal(0, (await server.CloseAsync()).Exit);
    }

    [Fact]
    public async Task Where_nothing_can_be_kept_a_conversation_goes_on_from_memory_and_standard_error_says_so()
    {
        using var server = new RawServer("--Storage:Folder=/dev/null/none");
        await server.InitializeAsync();
        await server.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask","arguments":{"text":"我们今年营业收入1.2亿，能奖多少？","conversationId":"a"}}}""");
        Assert.Equal("clarify", Kind(await server.AnswerAsync(1)));
        await server.SendAsync("""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"ask","arguments":{"text":"数字产品制造业","conversationId":"a"}}}""");
        Assert.Equal("award", Kind(await server.AnswerAsync(2)));
        var (exit, errors) = await server.CloseAsync();
        Assert.Equal(0, exit);
        Assert.Contains("本次问答没有保存", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_when_it_is_told_to()
    {
        using var server = new RawServer();
        await server.InitializeAsync();
        Assert.Equal(0, (await server.TerminateAsync()).Exit);
        Assert.All(server.Lines, line => RawServer.Message(line));
    }

    [Theory]
    [InlineData("--as-of", "2022-2-2", "--as-of")]
    [InlineData("--Corpus:Folder", "/none", "/none")]
    [InlineData("--Storage:AnswerDays", "-1", "AnswerDays")]
    public async Task What_is_set_up_wrongly_is_one_line_on_standard_error(string name, string value, string said)
    {
        using var server = new RawServer(name, value);
        var (exit, errors) = await server.CloseAsync();
        Assert.Equal((2, 0), (exit, server.Lines.Count));
        Assert.Contains(said, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static string Nested(int levels) => new StringBuilder().Insert(0, """{"a":""", levels).Append('1').Append('}', levels).ToString();

    private static string? Kind(JsonElement answer) => answer.GetProperty("result").GetProperty("structuredContent").GetProperty("kind").GetString();

    private static string Refusal(JsonElement answer)
    {
        var result = answer.GetProperty("result");
        Assert.True(result.GetProperty("isError").GetBoolean());
        return result.GetProperty("content")[0].GetProperty("text").GetString()!;
    }
}
