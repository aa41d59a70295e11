using Bot.Store.Records;
using Bot.Tests.Store.Support;

namespace Bot.Tests.Store;

public abstract partial class StoreContract
{
    // ShiftedTime.Start is 16:30 in China.
    private static readonly long FirstDay = DateOnly.FromDateTime(ShiftedTime.Start.UtcDateTime).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    [Fact]
    public async Task Answers_and_ratings_are_counted_by_the_day_that_China_had()
    {
        await Store.SaveAsync("a1");
        // Half past seven in the evening in London is the next day in China.
        await Store.SaveTurnAsync(Sample.Answer("a2", kind: "refuse") with { At = ShiftedTime.Start.AddHours(11) }, Sample.Conversation(), default);
        await Store.SaveTurnAsync(Sample.Answer("a3", kind: "refuse") with { At = ShiftedTime.Start.AddHours(12) }, Sample.Conversation(), default);
        await Store.SaveTurnAsync(Sample.Answer("a4") with { At = ShiftedTime.Start.AddDays(-40) }, Sample.Conversation(), default);
        await Store.AddFeedbackAsync("a1", true, null, default);
        await Store.AddFeedbackAsync("a2", false, "no", default);
        await Store.AddFeedbackAsync("a3", false, null, default);

        var since = ShiftedTime.Start.AddDays(-1);
        Assert.Equal([new UsageCount(FirstDay, "web", "award", 1), new UsageCount(FirstDay + 1, "web", "refuse", 2)], (await open.Figures.UsageAsync(since, default)).OrderBy(u => u.Day));
        Assert.Equal([new RatingCount(FirstDay, false, 2), new RatingCount(FirstDay, true, 1)], (await open.Figures.RatingsAsync(since, default)).OrderBy(r => r.Helpful));
    }

    [Fact]
    public async Task Waiting_replies_are_counted_by_channel()
    {
        await Store.EnqueueAsync(Sample.Reply("r1"), default);
        await Store.EnqueueAsync(Sample.Reply("r2", dueInSeconds: 900), default);
        await Store.EnqueueAsync(Sample.Reply("r3") with { Channel = "activity" }, default);
        Assert.Equal([new OutboxLength("activity", 1), new OutboxLength("wechat", 2)], (await open.Figures.OutboxLengthsAsync(default)).OrderBy(o => o.Channel, StringComparer.Ordinal));
    }
}
