using System.Text;
using System.Text.Json;
using Bot.Store.Records;
using Bot.Summaries.Formats;
using Bot.Tests.Store.Support;

namespace Bot.Tests.Summaries;

public sealed class SummaryEndpointTests(SummaryHost host) : IClassFixture<SummaryHost>
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Question = """{"text":"我们是制造业企业，去年营收6亿元，首次突破，能奖多少"}""";

    [Theory]
    [InlineData(null, "text/markdown")]
    [InlineData("", "text/markdown")]
    [InlineData("*/*", "text/markdown")]
    [InlineData("text/*", "text/markdown")]
    [InlineData("text/markdown", "text/markdown")]
    [InlineData("TEXT/HTML", "text/html")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("application/*", Docx)]
    [InlineData(Docx, Docx)]
    [InlineData("text/markdown;q=0.1, " + Docx, Docx)]
    [InlineData("text/*;q=0.5, text/html;q=0.4, application/json", "text/markdown")]
    [InlineData("*/*, text/markdown;q=0", "text/html")]
    [InlineData("text/html; charset=utf-8", "text/html")]
    [InlineData("application/json", null)]
    [InlineData("text/plain, image/*", null)]
    [InlineData("text/markdown;q=0", null)]
    [InlineData("nonsense", null)]
    public async Task Accept_chooses_the_format(string? accept, string? expected)
    {
        using var reply = await host.SendAsync("/api/summaries", Question, accept);
        if (expected is null)
        {
            Assert.Null(await SummaryHost.ProblemAsync(reply, 406));
            return;
        }

        Assert.Equal((200, expected), ((int)reply.StatusCode, reply.Content.Headers.ContentType!.MediaType));
        Assert.Equal(expected == Docx ? null : "utf-8", reply.Content.Headers.ContentType.CharSet);
        Assert.Equal(expected == Docx, reply.Content.Headers.ContentDisposition?.FileNameStar == "政策咨询答复单.docx");
        Assert.Equal(expected == "text/html", reply.Headers.GetValues("Content-Security-Policy").Single().Contains("style-src 'sha256-", StringComparison.Ordinal));
        Assert.Equal(Made.File(Made.ReceiptOf("我们是制造业企业，去年营收6亿元，首次突破，能奖多少"), SummaryFormat.OfMediaType(expected)!), await reply.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("{}", "text")]
    [InlineData("""{"answerId":"a","text":"第七条"}""", "text")]
    [InlineData("""{"answerId":"a","asOf":"2022-01-01"}""", "asOf")]
    [InlineData("""{"answerId":"a b"}""", "answerId")]
    [InlineData("""{"answerId":null}""", "answerId")]
    [InlineData("""{"text":" "}""", "text")]
    [InlineData("""{"text":1}""", "text")]
    [InlineData("""{"text":"第七条","asOf":"2022-1-1"}""", "asOf")]
    [InlineData("""{"text":"第七条","answer":"x"}""", "answer")]
    [InlineData("""{"text":"第七条","text":"第八条"}""", "text")]
    [InlineData("[]", null)]
    [InlineData("", null)]
    public async Task What_is_wrong_is_named(string body, string? field)
    {
        using var reply = await host.SendAsync("/api/summaries", body);
        Assert.Equal(field, await SummaryHost.ProblemAsync(reply, 400));
    }

    [Fact]
    public async Task A_recorded_answer_is_summarised_with_all_its_turns_and_its_own_date_even_where_the_others_had_another()
    {
        await host.AskAsync("我们是制造业企业，首次突破", "s1", "2022-10-01");
        var id = await host.AskAsync("去年营收6亿元", "s1", "2024-02-01");
        await host.AskAsync("不对，是12亿元", "s1", "2025-10-27");
        using var reply = await host.SendAsync("/api/summaries", $$"""{"answerId":"{{id}}"}""");
        var text = await reply.Content.ReadAsStringAsync();
        Assert.Contains("25万元", text, StringComparison.Ordinal);
        Assert.Contains("2024年2月1日", text, StringComparison.Ordinal);
        Assert.DoesNotContain("12亿", text, StringComparison.Ordinal);
        Assert.Equal(Made.File(Made.Office.ReceiptOf(["我们是制造业企业，首次突破", "去年营收6亿元"], new DateOnly(2024, 2, 1)), Made.Markdown), Encoding.UTF8.GetBytes(text));
        Assert.DoesNotContain(id, text, StringComparison.Ordinal);
        Assert.True(await ValidAsync(Encoding.UTF8.GetBytes(text), "text/markdown"));
    }

    [Fact]
    public async Task An_answer_that_is_unknown_or_can_no_longer_be_reproduced_is_not_summarised()
    {
        Assert.Null(await SummaryHost.ProblemAsync(await host.SendAsync("/api/summaries", """{"answerId":"unknown"}"""), 404));
        var id = await host.AskAsync("第七条是什么", "s2", "2022-10-01");
        var record = (await host.Store.FindAnswerAsync(id, default))!;
        (string Id, AnswerRecord Record)[] changed =
        [
            ("older", record with { CorpusVersion = "0123456789ab" }),
            ("other", record with { Inputs = """["第六条是什么"]""" }),
            ("nothing", record with { Inputs = "[]" }),
            ("hidden", record with { Inputs = """["第七条\u0000是什么"]""" }),
        ];
        foreach (var (other, wrong) in changed)
        {
            await host.Store.SaveTurnAsync(wrong with { AnswerId = other }, new ConversationRecord("api", "s2", "{}", record.At), default);
            Assert.Null(await SummaryHost.ProblemAsync(await host.SendAsync("/api/summaries", $$"""{"answerId":"{{other}}"}"""), 409));
        }
    }

    [Fact]
    public async Task An_answer_that_a_model_worded_is_summarised_in_the_programs_own_words()
    {
        var id = await host.AskAsync("第七条是什么", "s3", "2022-10-01");
        var record = (await host.Store.FindAnswerAsync(id, default))!;
        var body = System.Text.Json.Nodes.JsonNode.Parse(record.Body.Replace(id, "worded", StringComparison.Ordinal))!;
        (body["text"], body["generated"]) = ("第七条讲的是资金。", true);
        await host.Store.SaveTurnAsync(record with { AnswerId = "worded", Body = body.ToJsonString() }, new ConversationRecord("api", "s3", "{}", record.At), default);
        using var reply = await host.SendAsync("/api/summaries", """{"answerId":"worded"}""");
        Assert.Equal(Made.File(Made.ReceiptOf("第七条是什么"), Made.Markdown), await reply.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_was_made_is_verified_in_each_format_and_an_altered_copy_is_told_of()
    {
        foreach (var format in SummaryFormat.All)
        {
            using var made = await host.SendAsync("/api/summaries", Question, format.MediaType);
            var file = await made.Content.ReadAsByteArrayAsync();
            using var verified = await host.SendAsync("/api/verify", file, made.Content.Headers.ContentType!.ToString());
            Assert.Equal("""{"valid":true,"differences":[]}""", await verified.Content.ReadAsStringAsync());
        }

        using var again = await host.SendAsync("/api/summaries", Question);
        var altered = (await again.Content.ReadAsStringAsync()).Replace("奖励为25万元", "奖励为50万元", StringComparison.Ordinal);
        using var told = await host.SendAsync("/api/verify", Encoding.UTF8.GetBytes(altered), "text/markdown");
        var json = JsonDocument.Parse(await told.Content.ReadAsStringAsync()).RootElement;
        Assert.False(json.GetProperty("valid").GetBoolean());
        var difference = Assert.Single(json.GetProperty("differences").EnumerateArray());
        Assert.Equal("答复", difference.GetProperty("section").GetString());
        Assert.Contains("应为", difference.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("text/markdown; charset=gbk")]
    public async Task Another_content_type_is_not_verified(string? contentType) =>
        Assert.Null(await SummaryHost.ProblemAsync(await host.SendAsync("/api/verify", "x"u8.ToArray(), contentType), 415));

    [Fact]
    public async Task Nothing_and_noise_do_not_verify()
    {
        Assert.False(await ValidAsync([], "text/markdown"));
        Assert.False(await ValidAsync([0xff, 0xfe, 0], "text/html;charset=UTF-8"));
        Assert.False(await ValidAsync([0x50, 0x4b, 3, 4, 9], Docx));
        Assert.Null(await SummaryHost.ProblemAsync(await host.SendAsync("/api/verify", new byte[300 * 1024], "text/markdown"), 413));
    }

    [Fact]
    public async Task The_description_names_the_formats()
    {
        var paths = JsonDocument.Parse(await host.Client.GetStringAsync("/openapi/v1.json")).RootElement.GetProperty("paths");
        var made = paths.GetProperty("/api/summaries").GetProperty("post").GetProperty("responses").GetProperty("200").GetProperty("content");
        var taken = paths.GetProperty("/api/verify").GetProperty("post").GetProperty("requestBody").GetProperty("content");
        foreach (var format in SummaryFormat.All) Assert.True(made.TryGetProperty(format.MediaType, out _) && taken.TryGetProperty(format.MediaType, out _), format.MediaType);
    }

    private async Task<bool> ValidAsync(byte[] summary, string contentType)
    {
        using var reply = await host.SendAsync("/api/verify", summary, contentType);
        Assert.Equal(200, (int)reply.StatusCode);
        return JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement.GetProperty("valid").GetBoolean();
    }
}
