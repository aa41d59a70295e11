using Bot.Channels.Tencent;
using Bot.Store.Records;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.WeChat;

/// <summary>The service says that it has had enough of us: each message still gets one answer, fetched by its user or sent later.</summary>
public sealed class QuotaTests
{
    private const string NoMore = "前面的内容已经全部";

    [Fact]
    public async Task When_the_days_quota_is_used_nothing_is_sent_until_tomorrow_and_whoever_comes_back_fetches_it()
    {
        var time = new MovedTime();
        await using var office = await Office.OpenAsync(time);
        var (fetches, waits, later, tomorrow) = (Of(office, "op_fetches"), Of(office, "op_waits"), Of(office, "op_later"), Of(office, "op_tomorrow"));
        office.Service.Codes.Enqueue(45009);
        office.Service.Codes.Enqueue(45009);
        Assert.All(await Task.WhenAll(fetches.SayAsync("慢慢说一"), waits.SayAsync("慢慢说二")), Assert.Empty);
        await UntilAsync(office, () => Lines(office, "until 2025-10-21T00:05:00.0000000+08:00") > 0 && Lines(office, "Tomorrow at attempt") == 2);
        var refused = office.Service.Refused;
        // The second message may have come after the first refusal, and so was not tried at all.
        office.Service.Codes.Clear();

        Assert.StartsWith("慢慢说一", await fetches.SayAsync("继续"), StringComparison.Ordinal);
        Assert.StartsWith(NoMore, await fetches.SayAsync("继续"), StringComparison.Ordinal);
        // Meanwhile what is late is told to be fetched, and the service is left alone.
        Assert.Equal(Sentences.Working, await later.SayAsync("慢慢说三"));
        Assert.StartsWith("慢慢说三", await FetchAsync(later), StringComparison.Ordinal);
        Assert.Equal((refused, 0), (office.Service.Refused, office.Service.Sent.Count));

        time.Move(QuotaDay.Next(time.GetUtcNow()) - time.GetUtcNow());
        await UntilAsync(office, () => Lines(office, "Sent at attempt") == 1);
        Assert.Equal(("op_waits", "慢慢说二"), Sent(Assert.Single(office.Service.Sent)));
        Assert.Empty(await tomorrow.SayAsync("慢慢说四"));
        await UntilAsync(office, () => Lines(office, "Sent at attempt") == 2);
        Assert.Equal(("op_tomorrow", "慢慢说四"), Sent(office.Service.Sent.Last()));
        foreach (var account in (Account[])[fetches, waits, later, tomorrow]) Assert.StartsWith(NoMore, await account.SayAsync("继续"), StringComparison.Ordinal);
        Assert.Equal(4, (await office.Store.AnswersAsync(new AnswerFilter(), default)).Answers.Count);
    }

    [Fact]
    public async Task When_we_send_too_often_we_send_a_minute_later_what_was_not_fetched_by_then()
    {
        var time = new MovedTime();
        await using var office = await Office.OpenAsync(time);
        var (fetches, waits) = (Of(office, "op_fetches"), Of(office, "op_waits"));
        foreach (var code in (int[])[45011, 45011, 45011]) office.Service.Codes.Enqueue(code);
        await Task.WhenAll(fetches.SayAsync("慢慢说一"), waits.SayAsync("慢慢说二"));
        await UntilAsync(office, () => Lines(office, "SlowDown at attempt") == 2);
        Assert.StartsWith("慢慢说一", await fetches.SayAsync("继续"), StringComparison.Ordinal);
        Assert.Equal(2, office.Service.Refused);
        // Refused once more, and sent in the end; what was fetched is not.
        time.Move(TimeSpan.FromMinutes(1));
        await UntilAsync(office, () => Lines(office, "SlowDown at attempt") == 3);
        time.Move(TimeSpan.FromMinutes(1));
        await UntilAsync(office, () => Lines(office, "Sent at attempt") == 1);
        Assert.Equal(("op_waits", "慢慢说二"), Sent(Assert.Single(office.Service.Sent)));
        foreach (var account in (Account[])[fetches, waits]) Assert.StartsWith(NoMore, await account.SayAsync("继续"), StringComparison.Ordinal);
        Assert.Single(office.Service.Sent);
    }

    private static Account Of(Office office, string user) => new(office.Host) { User = user };

    private static int Lines(Office office, string text) => office.Log.Lines.Count(line => line.Contains(text, StringComparison.Ordinal));

    private static (string User, string Text) Sent(System.Text.Json.JsonElement sent) =>
        (sent.GetProperty("touser").GetString()!, sent.GetProperty("text").GetProperty("content").GetString()!.Split('\n')[0]);

    private static async Task<string> FetchAsync(Account account)
    {
        string page;
        do page = await account.SayAsync("继续");
        while (page == Sentences.Working);
        return page;
    }

    private static async Task UntilAsync(Office office, Func<bool> condition)
    {
        for (var i = 0; i < 600 && !condition(); i++) await Task.Delay(50);
        Assert.True(condition(), string.Join('\n', office.Log.Lines.Where(line => line.Contains("late", StringComparison.OrdinalIgnoreCase) || line.Contains("refused", StringComparison.Ordinal) || line.Contains("unavailable", StringComparison.Ordinal))));
    }
}
