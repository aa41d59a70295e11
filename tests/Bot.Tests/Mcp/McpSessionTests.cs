using System.Text.Json;
using Bot.Tests.Mcp.Support;
using Bot.Tests.Support;
using Calculators.Rules;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Bot.Tests.Mcp;

/// <summary>What the official client sees over real pipes, beside what the HTTP calls give.</summary>
public sealed class McpSessionTests(ClientSession session, RealHost host) : IClassFixture<ClientSession>, IClassFixture<RealHost>
{
    private const string Question = "我们首次入围中国互联网百强，能奖多少？";

    private static readonly string[] LookUps = ["search_clauses", "get_clause", "screen", "summarize", "ask"];

    [Fact]
    public async Task Every_tool_is_listed_with_its_schema_and_says_that_it_changes_nothing()
    {
        var tools = await session.Client.ListToolsAsync();
        Assert.Equal(Catalogue.Default.Calculators.Select(c => c.Name.Replace('-', '_')).Concat(LookUps).Order(), tools.Select(t => t.Name).Order());
        var listed = (await host.Program.GetAsync("/api/calculators")).Json.GetProperty("calculators").EnumerateArray();
        Assert.All(listed, calculator =>
        {
            var tool = tools.Single(t => t.Name == calculator.GetProperty("name").GetString()!.Replace('-', '_'));
            Assert.Equal(calculator.GetProperty("title").GetString(), tool.Title);
            Assert.True(JsonElement.DeepEquals(calculator.GetProperty("input"), tool.JsonSchema), tool.Name);
        });
        // What is asked is recorded; the rest leaves no trace.
        Assert.All(tools, tool =>
        {
            var hints = tool.ProtocolTool.Annotations!;
            Assert.Equal((tool.Name != "ask", tool.Name != "ask", false, false), (hints.ReadOnlyHint, hints.IdempotentHint, hints.DestructiveHint, hints.OpenWorldHint));
        });
        Assert.Contains("必须一并写明引文、有效期和提示", session.Client.ServerInstructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_calculators_tool_gives_what_the_HTTP_call_gives()
    {
        foreach (var calculator in Catalogue.Default.Calculators)
        {
            foreach (var body in Samples.Of(calculator))
            {
                var posted = await host.Program.PostAsync($"/api/calculators/{calculator.Name}", body.ToJsonString());
                Assert.Equal(200, posted.Status);
                await Gives(posted, calculator.Name.Replace('-', '_'), body.ToJsonString());
            }
        }
    }

    [Fact]
    public async Task Look_ups_give_what_the_HTTP_calls_give()
    {
        await Gives(await host.Program.GetAsync("/api/clauses?q=%E7%AE%97%E5%8A%9B&top=3"), "search_clauses", """{"q":"算力","top":3}""");
        await Gives(await host.Program.GetAsync("/api/clauses/pilot-2025/4.1?asOf=2025-11-01"), "get_clause", """{"clause":"pilot-2025/4.1","asOf":"2025-11-01"}""");
        const string profile = """{"annualRevenue":120000000,"category":"manufacturing","aboveScale":true}""";
        await Gives(await host.Program.PostAsync("/api/screen", profile), "screen", profile);
        var summary = await Call("summarize", $$"""{"text":"{{Question}}"}""");
        Assert.Equal((await host.Program.PostAsync("/api/summaries", $$"""{"text":"{{Question}}"}""")).Text, summary.StructuredContent!.Value.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task A_conversation_goes_on_where_its_id_is_given()
    {
        var first = (await Call("ask", """{"text":"我们今年营业收入1.2亿，能奖多少？"}""")).StructuredContent!.Value;
        Assert.Equal("clarify", first.GetProperty("kind").GetString());
        var second = (await Call("ask", $$"""{"text":"数字产品制造业","conversationId":"{{first.GetProperty("conversationId").GetString()}}"}""")).StructuredContent!.Value;
        Assert.Equal(("award", 100000m), (second.GetProperty("kind").GetString(), second.GetProperty("awards")[0].GetProperty("amount").GetDecimal()));
        var posted = (await host.Program.PostAsync("/api/ask", $$"""{"text":"{{Question}}"}""")).Json;
        var asked = (await Call("ask", $$"""{"text":"{{Question}}"}""")).StructuredContent!.Value;
        Assert.All(["kind", "text", "citations", "awards", "validity"], name => Assert.True(JsonElement.DeepEquals(posted.GetProperty(name), asked.GetProperty(name)), name));
    }

    [Theory]
    [InlineData("top100_listing", """{"list":"internet"}""", "firstTime")]
    [InlineData("top100_listing", """{"list":"internet","firstTime":"true"}""", "firstTime")]
    [InlineData("equity_investment", """{"fundsReceived":1.000,"localCoreIndustry":true,"marketFund":true}""", "fundsReceived")]
    [InlineData("highest_award", """{"awards":[{"name":"甲"}]}""", "awards[0].amount")]
    [InlineData("get_clause", """{"clause":"xunwu-51/12"}""", "clause")]
    [InlineData("search_clauses", """{"q":"算力","top":99}""", "top")]
    [InlineData("screen", """{"fly":1}""", "fly")]
    [InlineData("summarize", "{}", "text")]
    [InlineData("ask", """{"text":"第七条","asOf":"昨天"}""", "asOf")]
    public async Task A_wrong_argument_is_a_tool_error_that_names_it(string tool, string arguments, string field)
    {
        var result = await session.Client.CallToolAsync(tool, ClientSession.Arguments(arguments));
        Assert.True(result.IsError);
        var text = Text(result);
        Assert.StartsWith(field + "：", text, StringComparison.Ordinal);
        Assert.Contains(text, c => c >= '\u4e00');
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.Equal(field, result.StructuredContent!.Value.GetProperty("field").GetString());
    }

    [Fact]
    public async Task Every_document_and_clause_is_a_resource_with_its_words_and_validity()
    {
        var documents = (await host.Program.GetAsync("/api/documents")).Json.GetProperty("documents").EnumerateArray().ToList();
        var clauses = documents.SelectMany(d => d.GetProperty("clauses").EnumerateArray()).Select(c => c.GetProperty("clause").GetString()!).ToList();
        var listed = (await session.Client.ListResourcesAsync()).Select(r => r.Uri).ToList();
        Assert.Equal([.. documents.Select(d => $"policy://documents/{d.GetProperty("document").GetString()}"), .. clauses.Select(c => $"policy://clauses/{c}")], listed);
        foreach (var id in clauses)
        {
            var clause = (await host.Program.GetAsync($"/api/clauses/{id}")).Json;
            string[] expected = [clause.GetProperty("text").GetString()!, clause.GetProperty("validity").GetProperty("note").GetString()!, id];
            var alone = await Read($"policy://clauses/{id}");
            var whole = await Read($"policy://documents/{clause.GetProperty("document").GetString()}");
            Assert.All(expected, words => Assert.Contains(words, alone, StringComparison.Ordinal));
            Assert.All(expected, words => Assert.Contains(words, whole, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_resource_is_found_by_its_template_and_an_unknown_one_is_said_to_be_missing()
    {
        var templates = (await session.Client.ListResourceTemplatesAsync()).Select(t => t.UriTemplate).ToList();
        Assert.Equal(["policy://documents/{document}", "policy://clauses/{document}/{number}"], templates);
        var read = await session.Client.ReadResourceAsync(templates[1], new Dictionary<string, object?> { ["document"] = "pilot-2025", ["number"] = "2.2.1" });
        Assert.Equal(await Read("policy://clauses/pilot-2025/2.2.1"), Assert.IsType<TextResourceContents>(read.Contents.Single()).Text);
        foreach (var uri in new[] { "policy://clauses/xunwu-51/12", "policy://clauses/", "policy://documents/none", "file:///etc/passwd", "policy://clauses/%zz" })
            Assert.Contains("没有这个资源", (await Assert.ThrowsAnyAsync<McpException>(() => Read(uri))).Message, StringComparison.Ordinal);
    }

    private async Task Gives(Reply expected, string tool, string arguments)
    {
        var result = await Call(tool, arguments);
        Assert.Equal(expected.Text, Text(result));
        Assert.True(JsonElement.DeepEquals(expected.Json, result.StructuredContent!.Value), tool);
    }

    private async Task<CallToolResult> Call(string tool, string arguments)
    {
        var result = await session.Client.CallToolAsync(tool, ClientSession.Arguments(arguments));
        Assert.False(result.IsError, tool);
        return result;
    }

    private static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    private async Task<string> Read(string uri) => Assert.IsType<TextResourceContents>((await session.Client.ReadResourceAsync(uri)).Contents.Single()).Text;
}
