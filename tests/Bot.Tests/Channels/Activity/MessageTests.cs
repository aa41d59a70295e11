using System.Text;
using System.Text.Json.Nodes;
using Bot.Tests.Channels.Activity.Support;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.Activity;

/// <summary>What arrives, and the answer in the response.</summary>
public sealed class MessageTests(BotHost host) : IClassFixture<BotHost>
{
    [Fact]
    public async Task A_reply_is_addressed_the_other_way_round_and_the_conversation_comes_back_whole()
    {
        var message = Talk.Message("百强");
        var reply = Assert.Single(await host.RepliesAsync(message));
        Assert.Equal("message", reply.GetProperty("type").GetString());
        Assert.True(JsonNode.DeepEquals(message["recipient"], JsonNode.Parse(reply.GetProperty("from").GetRawText())));
        Assert.True(JsonNode.DeepEquals(message["from"], JsonNode.Parse(reply.GetProperty("recipient").GetRawText())));
        Assert.True(JsonNode.DeepEquals(message["conversation"], JsonNode.Parse(reply.GetProperty("conversation").GetRawText())));
        Assert.Equal(message["id"]!.GetValue<string>(), reply.GetProperty("replyToId").GetString());
    }

    [Fact]
    public async Task A_card_has_the_follow_ups_and_text_alone_suggests_them()
    {
        var award = (await host.RepliesAsync(Talk.Message("百强")))[0];
        Assert.False(award.TryGetProperty("suggestedActions", out _));
        var actions = award.GetProperty("attachments")[0].GetProperty("content").GetProperty("actions");
        Assert.Equal(["Action.Execute", "Action.Submit"], actions.EnumerateArray().Select(a => a.GetProperty("type").GetString()));
        Assert.Equal("default", award.GetProperty("channelData").GetProperty("feedbackLoop").GetProperty("type").GetString());
        Assert.False((await host.RepliesAsync(Talk.Message("你好")))[0].TryGetProperty("attachments", out _));
    }

    [Theory]
    [InlineData("webchat", "Action.Submit", true)]
    [InlineData("directline", "Action.Submit", true)]
    [InlineData("msteams", "Action.Execute", false)]
    public async Task Each_client_gets_the_button_that_it_knows(string channel, string button, bool definitions)
    {
        var reply = (await host.RepliesAsync(Talk.Message("百强", channel)))[0];
        Assert.Equal(button, reply.GetProperty("attachments")[0].GetProperty("content").GetProperty("actions")[0].GetProperty("type").GetString());
        Assert.Contains("[1]", reply.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(definitions, reply.GetProperty("text").GetString()!.Contains("\n[1]: http", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Playground_gets_follow_ups_that_its_cards_can_send()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(Talk.Message("百强").ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("x-ms-agents-playground", "true");
        var actions = (await host.SendAsync(request)).Json.GetProperty("activities")[0].GetProperty("attachments")[0].GetProperty("content").GetProperty("actions");
        Assert.Equal("""{"text":"activity:msteams"}""", actions[1].GetProperty("data").GetRawText());
        Assert.Contains("imBack", (await host.RepliesAsync(Talk.Message("百强")))[0].GetProperty("attachments")[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_without_cards_gets_plain_text()
    {
        var reply = (await host.RepliesAsync(Talk.Message("百强", "sms")))[0];
        Assert.Equal(("plain", "百强"), (reply.GetProperty("textFormat").GetString(), reply.GetProperty("text").GetString()));
        Assert.False(reply.TryGetProperty("attachments", out _) || reply.TryGetProperty("entities", out _));
    }

    [Theory]
    [InlineData("<at>政策助手</at> 百强&nbsp;奖励\n", "28:bot", "百强 奖励")]
    [InlineData("问问<at>政策助手</at>百强", "29:other", "问问某人百强")]
    [InlineData("<at>政策助手</at>&nbsp;", "28:bot", "帮助")]
    public async Task Mentions_are_told_apart_by_id(string text, string mentioned, string heard)
    {
        var entity = new JsonArray(new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = mentioned, ["name"] = "某人" }, ["text"] = "<at>政策助手</at>" });
        var reply = (await host.RepliesAsync(Talk.Message(text, "sms").With("entities", entity)))[0];
        Assert.Equal(heard, reply.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_cards_button_speaks_without_text() =>
        Assert.Equal("百强", (await host.RepliesAsync(Talk.Message(null, "sms").With("value", new JsonObject { ["text"] = "百强" })))[0].GetProperty("text").GetString());

    [Fact]
    public async Task A_picture_alone_is_answered_with_what_is_understood() => Assert.Contains(
        "文字", (await host.RepliesAsync(Talk.Message(null).With("attachments", new JsonArray(new JsonObject { ["contentType"] = "image/png" }))))[0].GetProperty("text").GetString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("""[]""", null)]
    [InlineData("""{"type":""", null)]
    [InlineData("""{}""", "type")]
    [InlineData("""{"type":7}""", "type")]
    [InlineData("""{"type":"message","from":{"id":"u"}}""", "conversation.id")]
    [InlineData("""{"type":"message","conversation":{"id":"c"}}""", "from.id")]
    [InlineData("""{"type":"message","conversation":"c","from":{"id":"u"}}""", "conversation")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"u"},"text":{}}""", "text")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"u"},"text":"a"}""", "serviceUrl")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"u"},"entities":{}}""", "entities")]
    [InlineData("""{"type":"message","text":"\ud800"}""", null)]
    [InlineData("""{"type":"message","text":"\uDC00"}""", null)]
    [InlineData("""{"type":"message","\uD83Da":1}""", null)]
    public async Task Bad_input_is_a_400_that_names_the_field(string body, string? field) => Assert.Equal(field, (await host.PostAsync("/api/messages", body)).Problem(400));

    [Fact]
    public async Task Another_method_type_or_size_is_refused_as_such()
    {
        (await host.GetAsync("/api/messages")).Problem(405);
        (await host.PostAsync("/api/messages", "{}"u8.ToArray(), "text/plain")).Problem(415);
        (await host.PostAsync("/api/messages", Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{new string('a', 300_000)}}"}"""), "application/json")).Problem(413);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("never heard of")]
    public async Task What_needs_no_reply_is_taken(string type)
    {
        var reply = await host.SendAsync(Talk.Message("x").With("type", type));
        Assert.Equal((200, ""), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task Many_deliveries_of_one_message_are_one_turn_and_one_reply()
    {
        var message = Talk.Message("百强");
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.RepliesAsync(message)));
        Assert.Single(replies.Select(r => r[0].GetProperty("channelData").GetProperty("answerId").GetString()).Distinct());
    }

    [Fact]
    public async Task A_user_is_greeted_once_and_the_bot_introduces_itself_to_a_group()
    {
        var joined = Joined("welcome-1", "personal", "29:user", "28:bot");
        Assert.Empty(await host.RepliesAsync(joined.With("type", "installationUpdate").With("action", "add").With("id", "i1")));
        Assert.Contains("您好", Assert.Single(await host.RepliesAsync(joined)).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(await host.RepliesAsync(joined.With("id", "another")));
        Assert.Empty(await host.RepliesAsync(Joined("welcome-2", "personal", "28:bot")));
        Assert.Empty(await host.RepliesAsync(Joined("welcome-3", "channel", "29:user")));
        Assert.Contains("@我", Assert.Single(await host.RepliesAsync(Joined("welcome-3", "channel", "28:bot"))).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_delivers_again_gets_the_same_reply_however_many_others_came_in_between()
    {
        // More than all replies that are remembered have room for, so that new ones stand where old ones stood.
        const int all = 900, again = 200;
        List<(JsonObject Message, string Reply)> last = [];
        for (var i = 0; i < all; i++)
        {
            var message = Talk.Message($"{i}：{new string('问', 1800)}", conversation: $"again-{i % 7}");
            var reply = await host.SendAsync(message);
            Assert.Equal(200, reply.Status);
            if (i >= all - again) last.Add((message, reply.Text));
        }

        foreach (var (message, reply) in last) Assert.Equal(reply, (await host.SendAsync(message)).Text);
    }

    [Fact]
    public async Task In_a_group_each_has_a_conversation_of_their_own_and_no_id_is_kept_as_it_was()
    {
        var group = Talk.Message("你好", conversation: "19:group@thread.tacv2").With("conversation", new JsonObject { ["id"] = "19:group@thread.tacv2", ["isGroup"] = true });
        var ids = new List<string>();
        foreach (var user in new[] { "29:a", "29:b" })
        {
            var reply = (await host.RepliesAsync(group.With("id", user).With("from", new JsonObject { ["id"] = user })))[0];
            var answer = await host.GetAsync($"/api/answers/{reply.GetProperty("channelData").GetProperty("answerId").GetString()}");
            ids.Add(answer.Json.GetProperty("conversationId").GetString()!);
        }

        Assert.Equal(2, ids.Distinct().Count());
        Assert.Single(ids.Select(id => id.Split('.')[0]).Distinct());
        Assert.DoesNotContain(ids, id => id.Contains("group", StringComparison.Ordinal) || id.Contains("29:", StringComparison.Ordinal));
    }

    private static JsonObject Joined(string conversation, string type, params string[] members) => Talk.Message(null).With("type", "conversationUpdate")
        .With("id", conversation + string.Concat(members))
        .With("conversation", new JsonObject { ["id"] = conversation, ["conversationType"] = type })
        .With("membersAdded", new JsonArray([.. members.Select(m => (JsonNode)new JsonObject { ["id"] = m })]));
}
