using Bot.Store.Records;
using Bot.Tests.Store.Support;

namespace Bot.Tests.Store;

public abstract partial class StoreContract
{
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_conversation_expires_after_seven_days_of_silence(int millisecondsBeyond, bool found)
    {
        await Store.SaveAsync("a1");
        time.Now += TimeSpan.FromDays(7) + TimeSpan.FromMilliseconds(millisecondsBeyond);
        Assert.Equal(found, await Store.FindConversationAsync("web", "c1", default) is not null);
        Assert.Equal(found ? 0 : 1, (await Store.PurgeAsync(time.Now, default)).Conversations);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public async Task An_answer_goes_after_180_days_and_its_feedback_with_it(int millisecondsBeyond, int purged)
    {
        await Store.SaveAsync("a1");
        await Store.AddFeedbackAsync("a1", true, null, default);
        time.Now += TimeSpan.FromDays(180) + TimeSpan.FromMilliseconds(millisecondsBeyond);
        Assert.Equal(purged, (await Store.PurgeAsync(time.Now, default)).Answers);
        Assert.Equal(purged == 0, await Store.FindAnswerAsync("a1", default) is not null);
        Assert.Equal(1 - purged, (await Store.FeedbackAsync("a1", default)).Count);
    }

    [Fact]
    public async Task A_purge_removes_more_than_one_bite_and_leaves_what_is_young()
    {
        await Task.WhenAll(Enumerable.Range(0, 1001).Select(n => Store.SaveAsync($"a{n}", $"c{n}")));
        await Store.TryClaimAsync("wechat", "m1", null, default);
        await Store.EnqueueAsync(Sample.Reply("r1"), default);
        time.Now += TimeSpan.FromDays(181);
        await Store.SaveTurnAsync(
            Sample.Answer("young", "young") with { At = time.Now }, Sample.Conversation("young"), default);
        await Store.TryClaimAsync("wechat", "m2", null, default);
        Assert.Equal(new PurgeReport(1001, 1001, 1, 1, 0), await Store.PurgeAsync(time.Now, default));
        Assert.Equal(new PurgeReport(0, 0, 0, 0, 0), await Store.PurgeAsync(time.Now, default));
        Assert.NotNull(await Store.FindAnswerAsync("young", default));
        Assert.NotNull(await Store.FindConversationAsync("web", "young", default));
        Assert.NotNull(await Store.FindClaimAsync("wechat", "m2", default));
    }

    [Fact]
    public async Task A_forgotten_conversation_leaves_nothing_and_takes_no_other_with_it()
    {
        await Store.SaveAsync("a1");
        await Store.SaveAsync("a2", "c2");
        await Store.AddFeedbackAsync("a1", false, "我的电话", default);
        Assert.True(await Store.ForgetConversationAsync("web", "c1", default));
        Assert.False(await Store.ForgetConversationAsync("web", "c1", default));
        Assert.Null(await Store.FindConversationAsync("web", "c1", default));
        Assert.Null(await Store.FindAnswerAsync("a1", default));
        Assert.Empty(await Store.FeedbackAsync("a1", default));
        Assert.NotNull(await Store.FindAnswerAsync("a2", default));
    }
}
