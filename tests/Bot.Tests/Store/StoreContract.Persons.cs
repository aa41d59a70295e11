using Bot.Store.Records;
using Bot.Tests.Store.Support;

namespace Bot.Tests.Store;

public abstract partial class StoreContract
{
    private const string Target = """{"account":"gh_1","user":"o-1"}""";

    [Fact]
    public async Task Everything_of_one_person_is_found_and_deleted_and_nothing_of_another()
    {
        foreach (var name in new[] { "mine", "theirs" }) await SavePersonAsync(name);
        var mine = new Person("wechat", "mine", Target: Target);
        var found = await Store.FindPersonAsync(mine, default);
        Assert.Equal((1, 2, 1, 6, 3), (found.Conversations.Count, found.Answers.Count, found.Feedback.Count, found.Messages.Count, found.Replies.Count));
        Assert.Equal(Sample.Answer("mine-a1") with { Channel = "wechat", ConversationId = "mine" }, found.Answers[0]);
        Assert.Equal("好", found.Feedback[0].Comment);

        var deleted = await Store.DeletePersonAsync(mine, default);
        Assert.Equal(6, deleted.Messages.Count);
        await RestartAsync();
        Assert.True((await Store.FindPersonAsync(mine, default)).IsEmpty);
        Assert.Null(await Store.FindAnswerAsync("mine-a1", default));
        Assert.Empty(await Store.FeedbackAsync("mine-a1", default));
        Assert.Null(await Store.FindClaimAsync("wechat", "mine-m1", default));

        var theirs = await Store.FindPersonAsync(new Person("wechat", "theirs"), default);
        Assert.Equal((1, 2, 1, 6, 2), (theirs.Conversations.Count, theirs.Answers.Count, theirs.Feedback.Count, theirs.Messages.Count, theirs.Replies.Count));
        Assert.True((await Store.FindPersonAsync(mine with { Channel = "api" }, default)).IsEmpty);
    }

    [Fact]
    public async Task A_person_of_several_places_is_found_by_the_end_of_their_conversations_names()
    {
        await Store.SaveAsync("a1", "place1.me");
        await Store.SaveAsync("a2", "place2.me");
        await Store.SaveAsync("a3", "place2.you");
        var found = await Store.FindPersonAsync(new Person("web", "me", Like: "%.me"), default);
        Assert.Equal(["a1", "a2"], found.Answers.Select(a => a.AnswerId).Order(StringComparer.Ordinal));
        await Store.DeletePersonAsync(new Person("web", "place2", Like: "place2.%"), default);
        Assert.NotNull(await Store.FindAnswerAsync("a1", default));
        Assert.Null(await Store.FindAnswerAsync("a3", default));
    }

    [Fact]
    public async Task Accesses_are_listed_the_newest_first_survive_a_restart_and_go_after_180_days()
    {
        for (var n = 1; n <= 5; n++) await Store.AddAccessAsync(new AccessRecord(0, time.Now, "zhang", "10.0.0.1", "feedback", $"a{n}"), default);
        await RestartAsync();
        var first = await Store.AccessesAsync(null, 3, default);
        Assert.Equal(["a5", "a4", "a3"], first.Accesses.Select(a => a.Subject));
        Assert.Equal((ShiftedTime.Start, "zhang", "10.0.0.1", "feedback"), (first.Accesses[0].At, first.Accesses[0].Who, first.Accesses[0].Address, first.Accesses[0].Action));
        var second = await Store.AccessesAsync(first.Next, 3, default);
        Assert.Equal(["a2", "a1"], second.Accesses.Select(a => a.Subject));
        Assert.Null(second.Next);
        time.Now += TimeSpan.FromDays(180);
        Assert.Equal(0, (await Store.PurgeAsync(time.Now, default)).Accesses);
        time.Now += TimeSpan.FromMilliseconds(1);
        Assert.Equal(5, (await Store.PurgeAsync(time.Now, default)).Accesses);
        Assert.Empty((await Store.AccessesAsync(null, 3, default)).Accesses);
    }

    // Two answers, one of them to a delivery, a feedback, five notes of further deliveries and two late replies; a third one is promised to o-1 and not made yet.
    private async Task SavePersonAsync(string name)
    {
        foreach (var id in new[] { $"{name}-a1", $"{name}-a2" })
            await Store.SaveTurnAsync(Sample.Answer(id) with { Channel = "wechat", ConversationId = name }, Sample.Conversation(name) with { Channel = "wechat" }, default, id.EndsWith("a1", StringComparison.Ordinal) ? new("activity", $"{name}-m0") : null);
        await Store.AddFeedbackAsync($"{name}-a1", true, "好", default);
        foreach (var (channel, message, reference) in new[]
        {
            ("wechat", $"{name}-m1", $"answer/{name}-a1/1"), ("wechat", $"{name}-m2", $"human/{name}-a2"), ("wechat", $"{name}/123/event", "say/hello"),
            ("wechat-unread", $"{name}@2025-10-20", $"{name}-a1:2"), ("activity-sent", $"{name}-sent", $"{name}-a2"),
        })
        {
            await Store.TryClaimAsync(channel, message, null, default);
            await Store.CompleteClaimAsync(channel, message, reference, default);
        }

        await Store.EnqueueAsync(Sample.Reply($"{name}-r1") with { Channel = "activity", Target = $$"""{"answer":"{{name}}-a1"}""" }, default);
        await Store.EnqueueAsync(Sample.Reply($"{name}-r2") with { Channel = "wecom", Payload = $$"""{"reference":"summary/{{name}}-a2"}""" }, default);
        if (name == "mine") await Store.EnqueueAsync(Sample.Reply("promised") with { Channel = "wechat", Target = Target }, default);
    }
}
