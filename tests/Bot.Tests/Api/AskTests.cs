using System.Text.Json;
using Bot.Tests.Support;

namespace Bot.Tests.Api;

public sealed class AskTests(BotHost host) : IClassFixture<BotHost>
{
    [Fact]
    public async Task An_answer_has_the_shape_of_the_contract_and_is_given_again_as_it_was()
    {
        var reply = await host.PostAsync("/api/ask", """{"text":"  百强\u0000奖励\u202e多少 ","conversationId":"a.B_c:1-2","asOf":"2024-02-01"}""");
        var answer = reply.Json;
        Assert.Equal(
            ["answerId", "conversationId", "kind", "text", "citations", "awards", "missing", "suggestions", "validity", "generated"],
            answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("award", "百强奖励多少", "a.B_c:1-2"), (answer.GetProperty("kind").GetString(), answer.GetProperty("text").GetString(), answer.GetProperty("conversationId").GetString()));
        Assert.Equal("unclear", answer.GetProperty("validity").GetProperty("status").GetString());
        Assert.Equal("1000000", answer.GetProperty("awards")[0].GetProperty("amount").GetRawText());
        Assert.Contains("奖励", reply.Text, StringComparison.Ordinal);
        Assert.Equal(reply.Text, (await host.GetAsync($"/api/answers/{answer.GetProperty("answerId").GetString()}")).Text);
    }

    [Fact]
    public async Task Small_talk_has_no_validity()
    {
        var answer = (await host.PostAsync("/api/ask", """{"text":"你好"}""")).Json;
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("validity").ValueKind);
    }

    [Theory]
    [InlineData("{}", "text")]
    [InlineData("""{"text":""}""", "text")]
    [InlineData("""{"text":" \u200b\n"}""", "text")]
    [InlineData("""{"text":1}""", "text")]
    [InlineData("""{"text":null}""", "text")]
    [InlineData("""{"text":"\ud83d"}""", "text")]
    [InlineData("""{"text":"a","text":"b"}""", "text")]
    [InlineData("""{"text":"a","conversationId":""}""", "conversationId")]
    [InlineData("""{"text":"a","conversationId":"a b"}""", "conversationId")]
    [InlineData("""{"text":"a","conversationId":"会话"}""", "conversationId")]
    [InlineData("""{"text":"a","conversationId":7}""", "conversationId")]
    [InlineData("""{"text":"a","asOf":"2024/02/01"}""", "asOf")]
    [InlineData("""{"text":"a","asOf":20240201}""", "asOf")]
    [InlineData("""{"text":"a","user":"x"}""", "user")]
    public async Task A_question_is_taken_strictly(string body, string field) => Assert.Equal(field, (await host.PostAsync("/api/ask", body)).Problem(400));

    [Fact]
    public async Task A_text_may_have_4000_characters_and_an_id_128()
    {
        Assert.Equal(200, (await host.PostAsync("/api/ask", $$"""{"text":"{{new string('问', 4000)}}","conversationId":"{{new string('c', 128)}}"}""")).Status);
        Assert.Equal("text", (await host.PostAsync("/api/ask", $$"""{"text":"{{new string('问', 4001)}}"}""")).Problem(400));
        Assert.Equal("conversationId", (await host.PostAsync("/api/ask", $$"""{"text":"a","conversationId":"{{new string('c', 129)}}"}""")).Problem(400));
    }

    [Fact]
    public async Task Feedback_is_kept_and_listed_in_the_order_in_which_it_came()
    {
        var id = (await host.PostAsync("/api/ask", """{"text":"a"}""")).Json.GetProperty("answerId").GetString();
        Assert.Equal(201, (await host.PostAsync("/api/feedback", $$"""{"answerId":"{{id}}","helpful":true,"comment":" 很清楚 "}""")).Status);
        Assert.Equal(201, (await host.PostAsync("/api/feedback", $$"""{"answerId":"{{id}}","helpful":false}""")).Status);
        var feedback = (await host.GetAsync($"/api/feedback?answerId={id}")).Json.GetProperty("feedback");
        Assert.Equal([true, false], feedback.EnumerateArray().Select(f => f.GetProperty("helpful").GetBoolean()));
        Assert.Equal("很清楚", feedback[0].GetProperty("comment").GetString());
    }

    [Theory]
    [InlineData("""{"answerId":"none","helpful":true}""", 404, null)]
    [InlineData("""{"helpful":true}""", 400, "answerId")]
    [InlineData("""{"answerId":"a/b","helpful":true}""", 400, "answerId")]
    [InlineData("""{"answerId":"a","helpful":"yes"}""", 400, "helpful")]
    [InlineData("""{"answerId":"a"}""", 400, "helpful")]
    [InlineData("""{"answerId":"a","helpful":true,"comment":null}""", 400, "comment")]
    [InlineData("""{"answerId":"a","helpful":true,"comment":"\ud800"}""", 400, "comment")]
    [InlineData("""{"answerId":"a","helpful":true,"helpful":true}""", 400, "helpful")]
    [InlineData("""{"answerId":"a","helpful":true,"stars":5}""", 400, "stars")]
    public async Task Feedback_is_taken_strictly(string body, int status, string? field) => Assert.Equal(field, (await host.PostAsync("/api/feedback", body)).Problem(status));
}
