using System.Text;
using System.Text.Json;
using Bot.Channels.Tencent;
using Bot.Channels.WeCom;
using Bot.Store.Records;
using Bot.Tests.Channels.WeChat;

namespace Bot.Tests.Channels.WeCom;

public sealed class WorkTalkTests
{
    [Fact]
    public async Task A_slow_answer_is_sent_by_the_application()
    {
        await using var office = await Office.OpenAsync();
        Assert.Empty(await office.Work.SayAsync("慢慢说"));
        var sent = Assert.Single(await office.Service.WaitAsync(1));
        Assert.Equal(("zhangsan", "text", 7), (sent.GetProperty("touser").GetString(), sent.GetProperty("msgtype").GetString(), sent.GetProperty("agentid").GetInt32()));
        Assert.StartsWith("慢慢说", sent.GetProperty("text").GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_are_sent_the_summary_as_a_card_with_its_link_and_can_say_whether_it_helped()
    {
        await using var office = await Office.OpenAsync(real: true, settings: "--Bot:BaseUrl=https://policy.example.gov.cn/");
        var account = office.Work;
        await account.SayAsync("第七条怎么规定的？");
        var asked = account.Message("text", ("Content", "答复单"));
        Assert.Empty(await account.DoAsync(asked));
        await office.Service.WaitAsync(2);
        // Delivered again it is not sent again.
        Assert.Empty(await account.DoAsync(asked));
        await Task.Delay(500);
        var sent = await office.Service.WaitAsync(2);
        var card = sent[0].GetProperty("textcard");
        Assert.Equal(("答复单", "第七条怎么规定的？"), (card.GetProperty("title").GetString(), card.GetProperty("description").GetString()));
        var link = new Uri(card.GetProperty("url").GetString()!);
        Assert.Equal("policy.example.gov.cn", link.Host);
        var page = await office.Host.GetAsync(link.AbsolutePath);
        Assert.Equal((200, "text/html"), (page.Status, page.ContentType));
        Assert.Contains("第七条怎么规定的", page.Text, StringComparison.Ordinal);

        var task = sent[1].GetProperty("template_card").GetProperty("task_id").GetString()!;
        Assert.Equal("button_interaction", sent[1].GetProperty("template_card").GetProperty("card_type").GetString());
        var click = account.Event("template_card_event", "helpful", 9, ("TaskId", task), ("CardType", "button_interaction"), ("ResponseCode", "code"));
        // Clicked once, delivered twice: one feedback.
        for (var i = 0; i < 2; i++)
        {
            var reply = account.Fields(await account.PostAsync(click));
            Assert.Equal("update_template_card", reply["MsgType"]);
            Assert.Equal(Sentences.Of(Sentences.Rated), reply["TemplateCard/ReplaceText"]);
        }

        var answer = Assert.Single((await office.Store.AnswersAsync(new AnswerFilter(Channel: "wecom"), default)).Answers);
        Assert.True(Assert.Single(await office.Store.FeedbackAsync(answer.AnswerId, default)).Helpful);
    }

    [Fact]
    public async Task Without_the_right_to_send_the_summary_comes_in_place()
    {
        await using var office = await Office.OpenAsync(sends: false);
        Assert.Equal(Sentences.Of(Sentences.NoAnswerYet), await office.Work.SayAsync("答复单"));
        await office.Work.SayAsync("第三条");
        Assert.StartsWith("答复单\n问：第三条", await office.Work.SayAsync("答复单"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conversations_of_one_door_are_not_reached_from_the_other()
    {
        await using var office = await Office.OpenAsync(sends: false);
        var official = new Account(office.Host) { User = "zhangsan" };
        await official.SayAsync("第三条");
        Assert.Equal(Sentences.Of(Sentences.NoAnswerYet), await office.Work.SayAsync("答复单"));
    }

    [Fact]
    public void Every_message_keeps_within_the_limits()
    {
        var text = string.Concat(Enumerable.Repeat("一句很长的话。", 500));
        AssertBytes(WeComCards.Text("u", 1, text), "text", "content", 2048);
        AssertBytes(WeComCards.Markdown("u", 1, "答复单", text), "markdown", "content", 2048);
        var card = WeComCards.TextCard("u", 1, text, text, "https://x.example/1");
        AssertBytes(card, "textcard", "title", 128);
        AssertBytes(card, "textcard", "description", 512);
        var rating = JsonDocument.Parse(WeComCards.Rating("u", 1, new string('a', 32), text)).RootElement.GetProperty("template_card");
        Assert.InRange(rating.GetProperty("main_title").GetProperty("desc").GetString()!.Length, 1, 44);
        Assert.InRange(rating.GetProperty("main_title").GetProperty("title").GetString()!.Length, 1, 36);
    }

    [Theory]
    [InlineData(0, "Sent")]
    [InlineData(-1, "TryAgain")]
    [InlineData(42001, "TryAgain")]
    [InlineData(45009, "SlowDown")]
    [InlineData(45033, "SlowDown")]
    [InlineData(60020, "Impossible")]
    [InlineData(81013, "Impossible")]
    public void Each_code_has_its_consequence(int code, string outcome) => Assert.Equal(outcome, WeComSender.Outcome(code).ToString());

    private static void AssertBytes(ReadOnlyMemory<byte> json, string type, string member, int most) =>
        Assert.InRange(Encoding.UTF8.GetByteCount(JsonDocument.Parse(json).RootElement.GetProperty(type).GetProperty(member).GetString()!), 1, most);
}
