using System.Text.Json;
using Bot.Channels.Tencent;
using Bot.Store.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Channels.WeChat;

public sealed class LateReplyTests
{
    [Fact]
    public async Task A_fast_answer_comes_in_place_and_once()
    {
        await using var office = await Office.OpenAsync();
        Assert.StartsWith("第三条", await office.Official.SayAsync("第三条"), StringComparison.Ordinal);
        await AssertNothingSentAsync(office, 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slow_answer_is_sent_by_the_customer_service_interface(bool encrypted)
    {
        await using var office = await Office.OpenAsync();
        var account = encrypted ? office.Safe : office.Official;
        Assert.Empty(await account.SayAsync("慢慢说"));
        var sent = Assert.Single(await office.Service.WaitAsync(1));
        Assert.Equal((account.User, "text"), (sent.GetProperty("touser").GetString(), sent.GetProperty("msgtype").GetString()));
        Assert.StartsWith("慢慢说", Content(sent), StringComparison.Ordinal);
        await AssertNothingSentAsync(office, 1);
        Assert.Equal(SmallestText("前面的内容已经全部"), SmallestText(await account.SayAsync("继续")));
    }

    [Fact]
    public async Task Three_tries_that_race_are_one_turn_with_one_reply()
    {
        await using var office = await Office.OpenAsync();
        var account = office.Official;
        var (fast, slow) = (account.Message("text", ("Content", "第三条")), account.Message("text", ("Content", "慢慢说")));
        var replies = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => account.PostAsync(fast)));
        Assert.Single(replies.Select(r => account.Fields(r)["Content"]).Distinct());
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => account.PostAsync(slow))), r => Assert.Equal("success", r.Text));
        await office.Service.WaitAsync(1);
        // A try after everything is over is told the same again.
        Assert.StartsWith("慢慢说", await account.DoAsync(slow), StringComparison.Ordinal);
        await AssertNothingSentAsync(office, 1);
        Assert.Equal(["第三条", "慢慢说"], office.Assistant.Turns.Select(t => t.Text));
        Assert.Equal(2, (await office.Store.AnswersAsync(new AnswerFilter(), default)).Answers.Count);
    }

    [Fact]
    public async Task Without_the_interface_a_slow_answer_is_fetched()
    {
        await using var office = await Office.OpenAsync(sends: false);
        Assert.Equal(Sentences.Working, await office.Official.SayAsync("慢慢说"));
        var account = office.Official;
        // Asked for too early, the fetching waits in line as long as it may, and loses nothing.
        string page;
        do page = await account.SayAsync("继续。");
        while (page == Sentences.Working);
        Assert.StartsWith("慢慢说", page, StringComparison.Ordinal);
        Assert.StartsWith("前面的内容已经全部", await account.SayAsync("更多"), StringComparison.Ordinal);
        Assert.Single(office.Assistant.Turns);
    }

    [Fact]
    public async Task A_token_is_fetched_once_for_all_and_renewed_when_it_ends_in_mid_flight()
    {
        await using var office = await Office.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => new Account(office.Host) { User = $"op_{n}" }.PostAsync(Named(n))));
        await office.Service.WaitAsync(8);
        Assert.Equal(1, office.Service.Issued);
        office.Service.TokenExpired = true;
        await Task.WhenAll(Enumerable.Range(8, 4).Select(n => new Account(office.Host) { User = $"op_{n}" }.PostAsync(Named(n))));
        await office.Service.WaitAsync(12);
        Assert.Equal(2, office.Service.Issued);

        static string Named(int n) => $"<xml><ToUserName>gh</ToUserName><FromUserName>op_{n}</FromUserName><MsgType>text</MsgType><Content>慢{n}</Content><MsgId>{n}</MsgId></xml>";
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(-1, 1)]
    public async Task A_busy_interface_is_tried_again(int code, int times)
    {
        await using var office = await Office.OpenAsync();
        for (var i = 0; i < times; i++) office.Service.Codes.Enqueue(code);
        await office.Official.SayAsync("慢慢说");
        await office.Service.WaitAsync(1);
        Assert.Equal(times, office.Service.Refused);
    }

    [Theory]
    [InlineData(45015, 1)]
    [InlineData(45047, 1)]
    [InlineData(48001, 1)]
    [InlineData(40003, 1)]
    [InlineData(-1, 3)]
    public async Task What_cannot_be_sent_waits_for_the_users_next_message(int code, int tries)
    {
        await using var office = await Office.OpenAsync();
        for (var i = 0; i < tries; i++) office.Service.Codes.Enqueue(code);
        var account = office.Official;
        Assert.Empty(await account.SayAsync("慢慢说"));
        for (var i = 0; i < 200 && office.Service.Refused < tries; i++) await Task.Delay(50);
        await Task.Delay(300);
        Assert.Contains("回复「继续」查看", await account.SayAsync("第三条"), StringComparison.Ordinal);
        Assert.StartsWith("慢慢说", await account.SayAsync("继续"), StringComparison.Ordinal);
        await AssertNothingSentAsync(office, 0);
        Assert.Equal(tries, office.Service.Refused);
    }

    [Fact]
    public async Task A_turn_that_breaks_is_said_and_can_be_asked_again()
    {
        await using var office = await Office.OpenAsync();
        var account = office.Official;
        var broken = account.Message("text", ("Content", "坏了"));
        Assert.Equal(Sentences.Failed, await account.DoAsync(broken));
        Assert.StartsWith("坏了", await account.DoAsync(broken), StringComparison.Ordinal);
        Assert.Empty(await account.SayAsync("慢而坏"));
        Assert.StartsWith("慢而坏", Content(Assert.Single(await WaitLongAsync(office))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_instances_that_get_the_same_message_make_one_turn_of_it()
    {
        await using var office = await Office.OpenAsync();
        var services = office.Host.Services;
        Deliveries[] instances = [.. Enumerable.Range(0, 2).Select(_ => ActivatorUtilities.CreateInstance<Deliveries>(services))];
        var replies = await Task.WhenAll(instances.SelectMany(i => Enumerable.Range(0, 3).Select(_ => i.OnceAsync(new Incoming("wechat", "gh", "op", "c", "4711", new Act.Ask("慢慢说"))))));
        Assert.Single(replies.Select(r => r.Text).Distinct());
        Assert.Single(office.Assistant.Turns);
    }

    [Fact]
    public async Task Where_the_account_has_staff_the_talk_is_handed_over_and_the_user_told_whom_he_speaks_to()
    {
        await using var office = await Office.OpenAsync(settings: ["--WeChat:TransferToHuman=true", "--Bot:HumanContact=县科工局 0797-0000000"]);
        var account = office.Safe;
        await account.SayAsync("第三条");
        Assert.Equal("transfer_customer_service", account.Fields(await account.PostAsync(account.Message("text", ("Content", "转人工"))))["MsgType"]);
        var told = Content(Assert.Single(await office.Service.WaitAsync(1)));
        Assert.Contains("县科工局 0797-0000000", told, StringComparison.Ordinal);
        Assert.Contains("问：第三条", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_of_a_process_that_died_is_kept_by_another()
    {
        await using var office = await Office.OpenAsync();
        var time = office.Host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var item = new LateItem("gh_ed173b6c0adc", "op_of_the_dead", "77", "第三条", "");
        await office.Store.EnqueueAsync(item.Write("wechat", time, time.AddHours(1)), default);
        Assert.StartsWith("第三条", Content(Assert.Single(await office.Service.WaitAsync(1))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_secret_and_no_user_is_logged_or_kept()
    {
        await using var office = await Office.OpenAsync();
        office.Service.Codes.Enqueue(45015);
        await office.Official.SayAsync("慢慢说");
        await office.Safe.SayAsync("慢慢说第二次");
        await office.Official.DoAsync(office.Official.Event("CLICK", "POLICY_LIST"));
        await office.Work.SayAsync("慢慢问");
        await office.Service.WaitAsync(2);
        await Task.Delay(300);
        string[] secrets = [office.Official.User, "zhangsan", Account.Token, Account.Key, "secret-app", "secret-corp", "secret-token"];
        foreach (var secret in secrets) Assert.DoesNotContain(office.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(office.Log.Lines, line => line.Contains("慢慢", StringComparison.Ordinal));
        foreach (var answer in (await office.Store.AnswersAsync(new AnswerFilter(), default)).Answers)
            Assert.DoesNotContain(secrets, secret => answer.ToString().Contains(secret, StringComparison.Ordinal));
    }

    private static string Content(JsonElement sent) => sent.GetProperty("text").GetProperty("content").GetString()!;

    private static string SmallestText(string text) => text[..Math.Min(9, text.Length)];

    private static async Task<List<JsonElement>> WaitLongAsync(Office office)
    {
        for (var i = 0; i < 500 && office.Service.Sent.IsEmpty; i++) await Task.Delay(50);
        return [.. office.Service.Sent];
    }

    private static async Task AssertNothingSentAsync(Office office, int but)
    {
        await Task.Delay(200);
        Assert.Equal(but, office.Service.Sent.Count);
    }
}
