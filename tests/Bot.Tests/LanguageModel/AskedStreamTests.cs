using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Tests.LanguageModel.Support;
using Bot.Tests.Support;

namespace Bot.Tests.LanguageModel;

/// <summary><c>POST /api/ask</c> by server-sent events: sentences while the answer forms, then the answer as it ever was.</summary>
public sealed class AskedStreamTests(ModelStandIn model) : IClassFixture<ModelStandIn>
{
    private const string Question = "总结一下第七条";
    private const string Events = "text/event-stream";

    [Fact]
    public async Task A_sentence_comes_before_the_answer_and_the_answer_is_the_recorded_one()
    {
        await using var host = await AidedHost.StartAsync(model);
        var phrases = new Phrases();
        model.Next = phrases.Script;
        phrases.Say("对于数字经济股权基金投资：{quote:1}。");
        using var response = await SendAsync(host.Host, Question, Events);
        Assert.Equal(Events, response.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var (first, sentence) = await NextAsync(reader);
        // The model has not ended yet: the sentence is here before there is an answer.
        Assert.False(phrases.Cut.IsCompleted);
        phrases.End();
        var (last, answer) = await NextAsync(reader);
        Assert.Equal(("sentence", "answer"), (first, last));
        Assert.True(answer.GetProperty("generated").GetBoolean());
        Assert.StartsWith(sentence.GetProperty("text").GetString()!, answer.GetProperty("text").GetString()!, StringComparison.Ordinal);
        Assert.Null(await reader.ReadLineAsync());
        Assert.Equal((await host.Host.GetAsync($"/api/answers/{answer.GetProperty("answerId").GetString()}")).Json.GetRawText(), answer.GetRawText());
    }

    [Fact]
    public async Task A_text_that_is_rejected_in_the_end_is_replaced_by_the_answer_that_needs_no_model()
    {
        await using var host = await AidedHost.StartAsync(model);
        var phrases = new Phrases();
        model.Next = phrases.Script;
        phrases.Say("对于数字经济股权基金投资：{quote:1}。企业给予奖励。");
        using var response = await SendAsync(host.Host, Question, Events);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal("sentence", (await NextAsync(reader)).Name);
        var (name, answer) = await NextAsync(reader);
        Assert.Equal(("answer", false, "rejected:uncited"), (name, answer.GetProperty("generated").GetBoolean(), answer.GetProperty("model").GetProperty("outcome").GetString()));
        phrases.Say("的");
    }

    [Theory]
    [InlineData("text/event-stream, application/json", "application/json")]
    [InlineData("text/event-stream", "text/event-stream")]
    [InlineData("application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/event-stream;q=0, */*", "application/json")]
    public async Task Where_nothing_is_shown_before_the_answer_whoever_takes_json_gets_it(string accept, string type)
    {
        await using var host = await AidedHost.StartAsync(model);
        model.Next = Script.Nothing;
        foreach (var question in new[] { "你好", Question })
        {
            using var response = await SendAsync(host.Host, question, accept);
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            var body = await response.Content.ReadAsStringAsync();
            if (type == Events) Assert.StartsWith("event: answer\ndata: {\"answerId\":", body, StringComparison.Ordinal);
            else Assert.StartsWith("{\"answerId\":", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_is_said_as_ever()
    {
        await using var host = await AidedHost.StartAsync(model);
        using var response = await SendAsync(host.Host, "", Events);
        Assert.Equal((400, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains("\"field\":\"text\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(BotHost host, string text, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = new StringContent($$"""{"text":"{{text}}"}""", Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<(string Name, JsonElement Data)> NextAsync(StreamReader reader)
    {
        var name = await reader.ReadLineAsync();
        var data = await reader.ReadLineAsync();
        Assert.Equal("", await reader.ReadLineAsync());
        return (name!["event: ".Length..], JsonDocument.Parse(data!["data: ".Length..]).RootElement);
    }
}
