using System.Text.Json.Nodes;
using Bot.Tests.Channels.Activity.Support;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.Activity;

public sealed class InvokeTests : IAsyncLifetime
{
    private readonly StandIn standIn = new();
    private readonly BotHost host = new();

    public async Task InitializeAsync()
    {
        await standIn.InitializeAsync();
        await host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await standIn.DisposeAsync();
    }

    [Fact]
    public async Task Details_replace_the_card_by_a_whole_one_and_only_where_the_answer_was_given()
    {
        var answerId = (await host.RepliesAsync(Talk.Message("百强")))[0].GetProperty("channelData").GetProperty("answerId").GetString();
        var click = Invoke("adaptiveCard/action", $$$"""{"action":{"type":"Action.Execute","verb":"details","data":{"answerId":"{{{answerId}}}"}},"trigger":"manual"}""");
        var reply = await host.SendAsync(click);
        Assert.Equal(200, reply.Status);
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (reply.Json.GetProperty("statusCode").GetInt32(), reply.Json.GetProperty("type").GetString()));
        var card = reply.Json.GetProperty("value");
        Assert.Equal(("AdaptiveCard", "1.5"), (card.GetProperty("type").GetString(), card.GetProperty("version").GetString()));
        Assert.Contains("计算过程", card.GetRawText(), StringComparison.Ordinal);
        var elsewhere = await host.SendAsync(click.With("conversation", new JsonObject { ["id"] = "another" }));
        Assert.Equal("application/vnd.microsoft.activity.message", elsewhere.Json.GetProperty("type").GetString());
        var submitted = Assert.Single(await host.RepliesAsync(Talk.Message(null).With("value", JsonNode.Parse($$"""{"verb":"details","answerId":"{{answerId}}"}"""))));
        Assert.Contains("计算过程", submitted.GetProperty("attachments")[0].GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"action":{"verb":"other","data":{}}}""")]
    [InlineData("""{"action":{"verb":"details"}}""")]
    [InlineData("""{"action":7}""")]
    [InlineData("""[]""")]
    public async Task A_button_that_is_not_ours_is_an_error_for_the_client_in_a_200(string value)
    {
        var reply = await host.SendAsync(Invoke("adaptiveCard/action", value));
        Assert.Equal((200, 400, "application/vnd.microsoft.error"), (reply.Status, reply.Json.GetProperty("statusCode").GetInt32(), reply.Json.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task An_unknown_invoke_is_a_501_without_a_body()
    {
        var reply = await host.SendAsync(Invoke("composeExtension/query", "{}"));
        Assert.Equal((501, ""), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task Feedback_in_both_forms_reaches_the_answer_that_it_is_about()
    {
        var first = await AskAsync("第一问");
        var second = await AskAsync("第二问");
        // Teams: JSON in a text, and the message that is meant.
        Assert.Equal((200, ""), await FeedbackAsync("""{"reaction":"like","feedback":"{\"feedbackText\":\"清楚\"}"}""", first.MessageId));
        // The Playground: bare text, and no message.
        Assert.Equal((200, ""), await FeedbackAsync("""{"reaction":"dislike","feedback":"太长"}""", null));
        Assert.Equal((200, ""), await FeedbackAsync("""{"reaction":"shrug"}""", null));
        Assert.Equal(["True 清楚"], await NotesAsync(first.AnswerId));
        Assert.Equal(["False 太长"], await NotesAsync(second.AnswerId));
    }

    [Fact]
    public async Task A_vote_of_Web_Chat_counts_once_and_only_where_the_answer_was_given()
    {
        var reply = (await host.RepliesAsync(Talk.Message("百强", "webchat")))[0];
        var up = reply.GetProperty("entities")[0].GetProperty("potentialAction")[0];
        var vote = Talk.Message(null, "webchat").With("type", "event").With("name", "webchat:activity-status/feedback").With("entities", new JsonArray(JsonNode.Parse(up.GetRawText())));
        foreach (var sent in new[] { vote.With("conversation", new JsonObject { ["id"] = "another" }).With("id", "elsewhere"), vote, vote })
            Assert.Empty(await host.RepliesAsync(sent));
        Assert.Equal(["True "], await NotesAsync(reply.GetProperty("channelData").GetProperty("answerId").GetString()!));
    }

    private static JsonObject Invoke(string name, string value) => Talk.Message(null).With("type", "invoke").With("name", name).With("value", JsonNode.Parse(value));

    private async Task<(string MessageId, string AnswerId)> AskAsync(string text)
    {
        var before = standIn.Posts.Count;
        Assert.Equal(200, (await host.SendAsync(Talk.Message(text, expectReplies: false).With("serviceUrl", standIn.Url))).Status);
        var post = (await standIn.PostedAsync(before + 1))[before];
        // The id comes with the connector's answer, which is noted a moment later.
        await Task.Delay(300);
        return ($"m{before + 1}", post.Activity.GetProperty("channelData").GetProperty("answerId").GetString()!);
    }

    private async Task<(int, string)> FeedbackAsync(string value, string? replyTo)
    {
        var reply = await host.SendAsync(Invoke("message/submitAction", $$"""{"actionName":"feedback","actionValue":{{value}}}""").With("replyToId", replyTo));
        return (reply.Status, reply.Text);
    }

    private async Task<IEnumerable<string>> NotesAsync(string answerId) =>
        (await host.GetAsync($"/api/feedback?answerId={answerId}")).Json.GetProperty("feedback").EnumerateArray().Select(f => $"{f.GetProperty("helpful").GetBoolean()} {f.GetProperty("comment").GetString()}");
}
