using Bot.Store;
using Bot.Store.Records;
using Bot.Tests.Store.Support;

namespace Bot.Tests.Store;

public abstract partial class StoreContract
{
    [Fact]
    public async Task An_answer_comes_back_character_for_character_after_a_restart()
    {
        var body = "{ \"text\" : \"奖励\\u0000 500000.00 元 😀\",\r\n\t\"b\":1,\"a\":2e0, \"长\":\"" + new string('据', 50_000) + "\" } ";
        var answer = Sample.Answer("a1") with { Body = body, Question = "第三条？'; DROP TABLE answers;--", Inputs = """["一","二"]""" };
        await Store.SaveTurnAsync(answer, Sample.Conversation(), default);
        await RestartAsync();
        Assert.Equal(answer, await Store.FindAnswerAsync("a1", default));
        Assert.Null(await Store.FindAnswerAsync("a2", default));
    }

    [Fact]
    public async Task A_conversation_is_as_its_last_turn_left_it_after_a_restart()
    {
        await Store.SaveTurnAsync(Sample.Answer("a1"), Sample.Conversation(state: """{"n":1}"""), default);
        var last = Sample.Conversation(state: """{"n":2}""") with { UpdatedAt = ShiftedTime.Start.AddMilliseconds(1) };
        await Store.SaveTurnAsync(Sample.Answer("a2") with { At = last.UpdatedAt }, last, default);
        await RestartAsync();
        Assert.Equal(last, await Store.FindConversationAsync("web", "c1", default));
    }

    [Fact]
    public async Task A_conversation_is_not_found_from_another_channel()
    {
        await Store.SaveAsync("a1");
        Assert.Null(await Store.FindConversationAsync("cli", "c1", default));
    }

    [Fact]
    public async Task A_turn_is_kept_whole_or_not_at_all()
    {
        await Store.SaveTurnAsync(Sample.Answer("a1"), Sample.Conversation(state: """{"n":1}"""), default);
        await Assert.ThrowsAsync<StoreConflictException>(() =>
            Store.SaveTurnAsync(Sample.Answer("a1"), Sample.Conversation(state: """{"n":2}"""), default));
        Assert.Equal("""{"n":1}""", (await Store.FindConversationAsync("web", "c1", default))?.State);
    }

    [Fact]
    public async Task Of_concurrent_turns_those_that_conflict_fail_alone()
    {
        var saves = Enumerable.Range(0, 60).Select(n => Record.ExceptionAsync(() => Store.SaveAsync($"a{n % 40}", $"c{n}"))).ToList();
        var faults = (await Task.WhenAll(saves)).OfType<Exception>().ToList();
        Assert.Equal(20, faults.Count);
        Assert.All(faults, fault => Assert.IsType<StoreConflictException>(fault));
        for (var n = 0; n < 40; n++)
            Assert.NotNull(await Store.FindAnswerAsync($"a{n}", default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public async Task Text_that_a_database_would_change_is_refused(int character)
    {
        var text = $"a{(char)character}b";
        await Store.SaveAsync("a1");
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.SaveTurnAsync(Sample.Answer("a2") with { Question = text }, Sample.Conversation(), default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.AddFeedbackAsync("a1", true, text, default));
    }

    [Fact]
    public async Task Feedback_is_listed_in_the_order_in_which_it_came()
    {
        await Store.SaveAsync("a1");
        Assert.True(await Store.AddFeedbackAsync("a1", false, "金额不对", default));
        time.Now += TimeSpan.FromSeconds(1);
        Assert.True(await Store.AddFeedbackAsync("a1", true, null, default));
        await RestartAsync();
        var feedback = await Store.FeedbackAsync("a1", default);
        Assert.Equal([("a1", false, "金额不对", ShiftedTime.Start), ("a1", true, null, time.Now)],
            feedback.Select(row => (row.AnswerId, row.Helpful, row.Comment, row.At)));
        Assert.True(feedback[0].Id < feedback[1].Id);
    }

    [Fact]
    public async Task Feedback_on_an_unknown_answer_is_reported_and_not_kept()
    {
        Assert.False(await Store.AddFeedbackAsync("nobody", true, "好", default));
        Assert.Empty(await Store.FeedbackAsync("nobody", default));
    }

    [Theory]
    [InlineData(AnswerSelection.All, "a4 a3 a2 a1")]
    [InlineData(AnswerSelection.Refused, "a3 a1")]
    [InlineData(AnswerSelection.Unhelpful, "a2 a1")]
    [InlineData(AnswerSelection.RefusedOrUnhelpful, "a3 a2 a1")]
    internal async Task The_office_lists_what_is_worth_a_look(AnswerSelection selection, string expected)
    {
        await Store.SaveAsync("a1", "c1", "refuse");
        await Store.SaveAsync("a2", "c2");
        await Store.SaveAsync("a3", "c1", "refuse");
        await Store.SaveAsync("a4", "c1");
        await Store.AddFeedbackAsync("a1", false, null, default);
        await Store.AddFeedbackAsync("a2", true, null, default);
        await Store.AddFeedbackAsync("a2", false, null, default);
        await Store.AddFeedbackAsync("a4", true, null, default);
        var page = await Store.AnswersAsync(new AnswerFilter(selection), default);
        Assert.Equal(expected, string.Join(' ', page.Answers.Select(answer => answer.AnswerId)));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_the_newest_first()
    {
        for (var n = 0; n < 7; n++)
            await Store.SaveAsync($"a{n}", n == 3 ? "other" : "c1");
        var pages = new List<string>();
        long? next = null;
        do
        {
            var page = await Store.AnswersAsync(new AnswerFilter(Channel: "web", ConversationId: "c1", Before: next, Most: 3), default);
            pages.Add(string.Join(' ', page.Answers.Select(answer => answer.AnswerId)));
            next = page.Next;
        }
        while (next is not null);
        Assert.Equal(["a6 a5 a4", "a2 a1 a0"], pages);
    }
}
