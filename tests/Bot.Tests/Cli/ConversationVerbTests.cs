using System.Text.Json;
using Bot.Cli;
using Bot.Hosting;

namespace Bot.Tests.Cli;

/// <summary><c>ask</c>, <c>summarize</c> and <c>verify</c>, each run in this process.</summary>
public sealed class ConversationVerbTests : IDisposable
{
    private const string Question = "我们是制造业企业，去年营收6亿元，首次突破，能奖多少";
    private readonly string folder = Directory.CreateTempSubdirectory("verbs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Ask_shows_the_answer_the_clauses_and_what_may_be_asked_next()
    {
        var (exit, output, error) = await RunAsync("ask", Question, "--as-of", "2022-10-01");
        Assert.Equal((0, ""), (exit, error));
        foreach (var words in new[] { "25万元", "引用条款：", "xunwu-51/2", "还可以说：" }) Assert.Contains(words, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("我们是制造业企业，想知道营收上台阶奖励有多少", 1)]
    [InlineData("今天天气怎么样", 1)]
    [InlineData("你好", 0)]
    [InlineData("第七条是什么", 0)]
    public async Task Asking_back_and_declining_are_exit_1_for_ask_and_summarize(string question, int expected)
    {
        Assert.Equal(expected, (await RunAsync("ask", question)).Exit);
        Assert.Equal(expected, (await RunAsync("summarize", question)).Exit);
    }

    [Fact]
    public async Task A_later_call_goes_on_with_the_conversation()
    {
        Assert.Equal(0, (await RunAsync("ask", "第七条是什么", "--conversation", "c:1")).Exit);
        var (exit, output, _) = await RunAsync("ask", "责任单位是谁？", "--conversation", "c:1");
        Assert.Equal(0, exit);
        Assert.Contains("xunwu-51/7", output, StringComparison.Ordinal);
        var (_, json, _) = await RunAsync("ask", "我们是制造业企业", "--conversation", "c:2", "--json");
        Assert.Equal("c:2", JsonDocument.Parse(json).RootElement.GetProperty("conversationId").GetString());
    }

    [Theory]
    [InlineData("再见\n第七条是什么\n")]
    [InlineData("再见！\n")]
    [InlineData("")]
    public async Task A_chat_ends_with_its_input_or_with_a_farewell(string rest)
    {
        var (exit, output, error) = await ChatAsync(false, $"我们是制造业企业，首次突破\n\n去年营收6亿元\n{rest}", "ask", "--as-of", "2022-10-01");
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("25万元", output, StringComparison.Ordinal);
        Assert.DoesNotContain("> ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("xunwu-51/7", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_prompted_and_JSON_is_a_line_an_answer()
    {
        Assert.StartsWith("您好", (await ChatAsync(true, "再见\n", "ask")).Out, StringComparison.Ordinal);
        var lines = (await ChatAsync(false, "你好\n第七条是什么\n", "ask", "--json")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["smalltalk", "clause"], lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("kind").GetString()!));
    }

    [Fact]
    public async Task Without_a_store_it_answers_goes_on_and_says_once_that_nothing_is_kept()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "");
        var (exit, output, error) = await ChatAsync(false, "我们是制造业企业，首次突破\n去年营收6亿元\n", "ask", $"--Storage:Folder={file}/data");
        Assert.Equal(0, exit);
        Assert.Contains("25万元", output, StringComparison.Ordinal);
        Assert.Contains("没有保存", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", " ")]
    [InlineData("ask", "第七条", "--conversation", "a b")]
    [InlineData("ask", "第七条", "--as-of", "昨天")]
    [InlineData("ask", "第七条", "--Storage:RetrySeconds=99")]
    [InlineData("summarize")]
    [InlineData("summarize", "第七条", "--out", "a.pdf")]
    [InlineData("summarize", "第七条", "--out", "/nowhere/at/all/a.md")]
    [InlineData("verify")]
    [InlineData("verify", "/nowhere/a.md")]
    [InlineData("verify", "/")]
    public async Task Wrong_usage_is_one_line_and_exit_2(params string[] args)
    {
        var (exit, output, error) = await RunAsync(args);
        Assert.Equal((2, ""), (exit, output));
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.html")]
    [InlineData("a.docx")]
    public async Task A_summary_is_written_and_verified_and_an_altered_one_is_exit_1(string name)
    {
        var path = Path.Combine(folder, name);
        Assert.Equal((0, "", ""), await RunAsync("summarize", Question, "--out", path, "--as-of", "2022-10-01"));
        // The date of the receipt counts, whatever day it is.
        var (exit, output, _) = await RunAsync("verify", path, "--as-of", "2030-01-01");
        Assert.Equal(0, exit);
        Assert.Contains("核对一致", output, StringComparison.Ordinal);
        var unnamed = Path.Combine(folder, "unnamed");
        File.Copy(path, unnamed);
        Assert.Equal(0, (await RunAsync("verify", unnamed)).Exit);
        var bytes = await File.ReadAllBytesAsync(path);
        var at = bytes.AsSpan().LastIndexOf("25万元"u8);
        bytes[at] = (byte)'3';
        await File.WriteAllBytesAsync(path, bytes);
        var altered = await RunAsync("verify", path);
        Assert.Equal(1, altered.Exit);
        Assert.Contains("应为", altered.Out, StringComparison.Ordinal);
        var json = JsonDocument.Parse((await RunAsync("verify", path, "--json")).Out).RootElement;
        Assert.False(json.GetProperty("valid").GetBoolean());
    }

    [Fact]
    public async Task Without_a_file_it_is_Markdown_on_standard_output_and_JSON_says_what_was_made()
    {
        var (_, output, _) = await RunAsync("summarize", Question, "--as-of", "2022-10-01");
        Assert.StartsWith("# 政策咨询答复单\n", output, StringComparison.Ordinal);
        var json = JsonDocument.Parse((await RunAsync("summarize", Question, "--as-of", "2022-10-01", "--json")).Out).RootElement;
        Assert.Equal(("award", "text/markdown", output), (json.GetProperty("kind").GetString(), json.GetProperty("contentType").GetString(), json.GetProperty("summary").GetString()));
    }

    private Task<(int Exit, string Out, string Error)> RunAsync(params string[] args) => ChatAsync(false, "", args);

    private async Task<(int Exit, string Out, string Error)> ChatAsync(bool prompts, string input, params string[] args)
    {
        using StringWriter output = new(), error = new();
        using var reader = new StringReader(input);
        var terminal = new Terminal(output, error, Redirected: !prompts, Width: 120) { In = reader, Prompts = prompts };
        var exit = await CommandLine.RunAsync([$"--Storage:Folder={folder}/data", .. args], terminal, Parts.Default);
        return (exit, output.ToString(), error.ToString());
    }
}
