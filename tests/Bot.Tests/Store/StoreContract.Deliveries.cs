using Bot.Store;
using Bot.Store.Records;
using Bot.Tests.Store.Support;

namespace Bot.Tests.Store;

public abstract partial class StoreContract
{
    [Fact]
    public async Task One_of_many_instances_gets_a_delivery()
    {
        await using var other = backend.Open(time);
        await Task.WhenAll(Store.CheckAsync(default), other.Store.CheckAsync(default));
        for (var round = 0; round < 5; round++)
        {
            var message = $"m{round}";
            var claims = Enumerable.Range(0, 16).Select(n => Task.Run(() =>
                (n % 2 == 0 ? Store : other.Store).TryClaimAsync("wechat", message, null, default)));
            Assert.Single(await Task.WhenAll(claims), won => won);
        }
        Assert.True(await Store.TryClaimAsync("wecom", "m0", null, default));
    }

    [Fact]
    public async Task A_repeated_delivery_finds_the_answer_that_the_first_one_got()
    {
        await Store.TryClaimAsync("wechat", "m1", null, default);
        Assert.Equal(new ProcessedMessage("wechat", "m1", null, ShiftedTime.Start), await Store.FindClaimAsync("wechat", "m1", default));
        await Store.CompleteClaimAsync("wechat", "m1", "a1", default);
        await Store.ReleaseClaimAsync("wechat", "m1", default);
        await RestartAsync();
        Assert.Equal("a1", (await Store.FindClaimAsync("wechat", "m1", default))?.AnswerId);
        Assert.False(await Store.TryClaimAsync("wechat", "m1", TimeSpan.Zero, default));
    }

    [Fact]
    public async Task A_turn_whose_delivery_was_answered_before_is_not_kept_and_those_beside_it_are()
    {
        Task SaveAsync(string id, string message) => Store.SaveTurnAsync(Sample.Answer(id), Sample.Conversation(state: $$"""{"last":"{{id}}"}"""), default, new("activity", message));
        await SaveAsync("a1", "m1");
        var repeated = SaveAsync("a2", "m1");
        var others = Enumerable.Range(3, 20).Select(n => SaveAsync($"a{n}", $"m{n}")).ToList();
        await Assert.ThrowsAsync<RepeatedDeliveryException>(() => repeated);
        await Task.WhenAll(others);
        Assert.Null(await Store.FindAnswerAsync("a2", default));
        Assert.NotEqual("""{"last":"a2"}""", (await Store.FindConversationAsync("web", "c1", default))?.State);
        for (var n = 3; n < 23; n++) Assert.NotNull(await Store.FindAnswerAsync($"a{n}", default));
        // It is the same one's in another conversation only where the channel says so.
        await Store.SaveTurnAsync(Sample.Answer("a23", "c2"), Sample.Conversation("c2"), default, new("activity", "m24"));
        await Assert.ThrowsAsync<RepeatedDeliveryException>(() => Store.SaveTurnAsync(Sample.Answer("a24", "c2"), Sample.Conversation("c2"), default, new("activity", "m24")));
    }

    [Fact]
    public async Task A_delivery_that_got_no_answer_is_settled_once()
    {
        Assert.True(await Store.SettleClaimAsync("activity", "m0", "none", default));
        Assert.False(await Store.SettleClaimAsync("activity", "m0", "none", default));
    }

    [Fact]
    public async Task A_claim_that_was_given_back_can_be_taken_again()
    {
        await Store.TryClaimAsync("wechat", "m1", null, default);
        await Store.ReleaseClaimAsync("wechat", "m1", default);
        Assert.True(await Store.TryClaimAsync("wechat", "m1", null, default));
    }

    [Fact]
    public async Task A_claim_whose_holder_died_can_be_taken_over_after_its_time()
    {
        var limit = TimeSpan.FromMinutes(1);
        await Store.TryClaimAsync("wechat", "m1", limit, default);
        time.Now += limit;
        Assert.False(await Store.TryClaimAsync("wechat", "m1", limit, default));
        time.Now += TimeSpan.FromMilliseconds(1);
        Assert.True(await Store.TryClaimAsync("wechat", "m1", limit, default));
        Assert.False(await Store.TryClaimAsync("wechat", "m1", limit, default));
    }

    [Fact]
    public async Task A_late_reply_is_taken_when_due_and_again_when_its_lease_ends()
    {
        var lease = TimeSpan.FromSeconds(30);
        await Store.EnqueueAsync(Sample.Reply("later", dueInSeconds: 10), default);
        await Store.EnqueueAsync(Sample.Reply("second", dueInSeconds: -1), default);
        await Store.EnqueueAsync(Sample.Reply("first", dueInSeconds: -2), default);
        await RestartAsync();
        var taken = await Store.TakeDueAsync(10, lease, default);
        Assert.Equal(Sample.Reply("first") with { Attempts = 1, Due = ShiftedTime.Start + lease }, taken[0]);
        Assert.Equal(["first", "second"], taken.Select(item => item.Id));
        Assert.Empty(await Store.TakeDueAsync(10, lease, default));
        await Store.RemoveAsync("first", default);
        await Store.PostponeAsync("later", ShiftedTime.Start.AddHours(1), default);
        time.Now += lease;
        Assert.Equal([("second", 2)], (await Store.TakeDueAsync(10, lease, default)).Select(item => (item.Id, item.Attempts)));
    }

    [Fact]
    public async Task A_door_takes_its_own_late_replies_only()
    {
        await Store.EnqueueAsync(Sample.Reply("ours") with { Channel = "wechat" }, default);
        await Store.EnqueueAsync(Sample.Reply("theirs") with { Channel = "activity" }, default);
        Assert.Equal(["ours"], (await Store.TakeDueAsync("wechat", 10, TimeSpan.FromSeconds(30), default)).Select(item => item.Id));
        Assert.Equal(["theirs"], (await Store.TakeDueAsync("activity", 10, TimeSpan.FromSeconds(30), default)).Select(item => item.Id));
    }

    [Fact]
    public async Task An_expired_reply_is_not_sent()
    {
        await Store.EnqueueAsync(Sample.Reply("r1"), default);
        time.Now += TimeSpan.FromHours(24);
        Assert.Empty(await Store.TakeDueAsync(10, TimeSpan.FromSeconds(30), default));
    }

    [Fact]
    public async Task Instances_share_the_outbox_without_sending_twice()
    {
        await using var other = backend.Open(time);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(n => Store.EnqueueAsync(Sample.Reply($"r{n}"), default)));
        await other.Store.CheckAsync(default);
        var takes = Enumerable.Range(0, 12).Select(n => Task.Run(() =>
            (n % 2 == 0 ? Store : other.Store).TakeDueAsync(7, TimeSpan.FromMinutes(1), default)));
        var taken = (await Task.WhenAll(takes)).SelectMany(items => items).Select(item => item.Id).ToList();
        Assert.Equal(taken.Count, taken.Distinct(StringComparer.Ordinal).Count());
        var rest = await Store.TakeDueAsync(100, TimeSpan.FromMinutes(1), default);
        Assert.Equal(60, taken.Count + rest.Count);
    }

    [Fact]
    public async Task A_reply_with_a_taken_id_is_a_conflict()
    {
        await Store.EnqueueAsync(Sample.Reply("r1"), default);
        await Assert.ThrowsAsync<StoreConflictException>(() => Store.EnqueueAsync(Sample.Reply("r1"), default));
    }
}
