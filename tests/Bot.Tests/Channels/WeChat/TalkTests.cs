using System.Text;
using Bot.Channels.Tencent;
using Bot.Channels.WeChat;
using Bot.Store.Records;

namespace Bot.Tests.Channels.WeChat;

/// <summary>What a user of the Official Account can do, in the open and encrypted.</summary>
public sealed class TalkTests(TalkTests.Opened opened) : IClassFixture<TalkTests.Opened>
{
    private Office Office => opened.Office;

    [Fact]
    public async Task Who_subscribes_is_welcomed_with_three_things_to_try()
    {
        var welcome = await Office.Safe.DoAsync(Office.Safe.Event("subscribe", "qrscene_booth"));
        Assert.Equal(3, welcome.Split("\n· ").Length - 1);
        Assert.Equal(welcome, await Office.Official.DoAsync(Office.Official.Event("SCAN", "booth")));
    }

    [Fact]
    public async Task Who_unsubscribes_is_forgotten()
    {
        var account = new Account(Office.Host) { User = "op_leaves" };
        await account.SayAsync("第三条，我走之前问的");
        Assert.Contains((await AnswersAsync()), a => a.Question.Contains("走之前", StringComparison.Ordinal));
        Assert.Empty(await account.DoAsync(account.Event("unsubscribe")));
        Assert.DoesNotContain((await AnswersAsync()), a => a.Question.Contains("走之前", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("image", "图片")]
    [InlineData("video", "视频")]
    [InlineData("shortvideo", "视频")]
    [InlineData("location", "位置")]
    [InlineData("link", "链接")]
    [InlineData("voice", "语音")]
    [InlineData("something-new", "文字")]
    public async Task What_cannot_be_read_is_answered_kindly(string type, string word)
    {
        Assert.Contains(word, await Office.Official.DoAsync(Office.Official.Message(type, ("MediaId", "m"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("嗯，营收 五 亿 元 奖多少。", "营收 五亿元 奖多少。")]
    [InlineData("呃 额度是1 000 万", "额度是1000万")]
    [InlineData("幺零零强", "一零零强")]
    [InlineData("百强奖多少", "百强奖多少")]
    public async Task A_voice_is_read_like_a_text_once_it_is_mended(string heard, string read) =>
        Assert.StartsWith(read, await Office.Official.DoAsync(Office.Official.Message("voice", ("Recognition", heard), ("MediaId", "m"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("VIEW")]
    [InlineData("LOCATION")]
    [InlineData("TEMPLATESENDJOBFINISH")]
    [InlineData("brand_new")]
    public async Task Events_without_an_answer_are_received(string name) => Assert.Equal("success", (await Office.Official.PostAsync(Office.Official.Event(name, "x"))).Text);

    [Fact]
    public async Task Every_entry_of_the_menu_asks_something()
    {
        var second = 100;
        foreach (var (name, key, question) in WeChatMenu.Entries)
        {
            Assert.InRange(name.Length, 1, 8);
            var content = await Office.Official.DoAsync(Office.Official.Event("CLICK", key, ++second));
            Assert.NotEmpty(content);
            if (Words.Of(question) is Act.Ask) Assert.StartsWith(question, content, StringComparison.Ordinal);
        }

        Assert.NotEmpty(await Office.Official.DoAsync(Office.Official.Event("CLICK", "of_another_menu", ++second)));
    }

    [Fact]
    public async Task Who_asks_for_a_human_gets_whom_to_ask_and_what_was_said()
    {
        var account = new Account(Office.Host) { User = "op_human" };
        await account.SayAsync("第三条怎么算");
        var text = await account.SayAsync("转人工！");
        Assert.Contains("问：第三条怎么算", text, StringComparison.Ordinal);
        Assert.Contains("《", text, StringComparison.Ordinal);
        Assert.Contains("编号：", text, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 2048);
    }

    [Fact]
    public async Task A_long_answer_comes_in_pages_that_join_to_the_whole()
    {
        var account = new Account(Office.Host, receiver: Office.AppId) { User = "op_reader" };
        var text = string.Concat(Enumerable.Range(1, 90).Select(n => $"第{n}项写明「按{n}0万元奖励；一次性。」，由县级财政承担。"));
        List<string> pages = [await account.SayAsync(text)];
        while (pages[^1].Contains("未完", StringComparison.Ordinal)) pages.Add(await account.SayAsync(pages.Count % 2 == 0 ? "继续" : "更多"));
        Assert.True(pages.Count > 2);
        Assert.All(pages, page => Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, 2048));
        Assert.Equal(text, string.Concat(pages.Select(Body)));
        Assert.All(pages.SkipLast(1), page => Assert.EndsWith("承担。", Body(page), StringComparison.Ordinal));
        Assert.Equal(Sentences.Of(Sentences.NoMore), await account.SayAsync("继续"));
    }

    [Theory]
    [InlineData("<xml><ToUserName>a</ToUserName><Content>b</Content></xml>", 400)]
    [InlineData("<!DOCTYPE x [<!ENTITY e 'x'>]><xml><ToUserName>&e;</ToUserName></xml>", 400)]
    [InlineData("not xml", 400)]
    [InlineData("", 400)]
    public async Task A_body_that_cannot_be_read_is_a_400(string xml, int status) => (await Office.Official.PostAsync(xml)).Problem(status);

    [Fact]
    public async Task A_body_that_is_too_long_is_a_413()
    {
        (await Office.Official.PostAsync(Office.Official.Message("text", ("Content", new string('问', 30_000))))).Problem(413);
        // One that Kestrel itself cuts off.
        (await Office.Official.PostAsync(Office.Official.Message("text", ("Content", new string('问', 100_000))))).Problem(413);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_a_400()
    {
        var query = $"timestamp=1&nonce=2&signature={CallbackSignature.Of(Account.Token, "1", "2")}";
        (await Office.Host.PostAsync($"/wechat/official?{query}", [.. "<xml><Content>"u8, 0xff, 0xfe, .. "</Content></xml>"u8], "text/xml")).Problem(400);
    }

    [Fact]
    public async Task Hidden_and_impossible_characters_do_no_harm()
    {
        Assert.StartsWith("第三条", await Office.Official.SayAsync("第\u202e三\u200b条"), StringComparison.Ordinal);
        Assert.Equal(Sentences.Of(Sentences.Empty), await Office.Official.SayAsync(" \u200b "));
        Assert.Equal(Sentences.Of(Sentences.TooLong), await Office.Official.SayAsync(new string('问', 4001)));
    }

    private async Task<IReadOnlyList<AnswerRecord>> AnswersAsync() => (await Office.Store.AnswersAsync(new AnswerFilter(Most: 500), default)).Answers;

    private static string Body(string page)
    {
        foreach (var mark in (string[])["\n（", "\n\n您还可以问："])
        {
            if (page.LastIndexOf(mark, StringComparison.Ordinal) is > 0 and var at) return page[..at];
        }

        return page;
    }

    public sealed class Opened : IAsyncLifetime
    {
        internal Office Office { get; private set; } = null!;

        public async Task InitializeAsync() => Office = await Office.OpenAsync();

        public async Task DisposeAsync() => await Office.DisposeAsync();
    }
}
