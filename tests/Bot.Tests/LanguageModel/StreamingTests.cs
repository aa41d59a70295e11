using Bot.Conversations;
using Bot.Tests.LanguageModel.Support;

namespace Bot.Tests.LanguageModel;

/// <summary>A reply that is read while it comes: what is shown of it was checked, and it is cut off as soon as it is wrong.</summary>
public sealed class StreamingTests(ModelStandIn model) : IClassFixture<ModelStandIn>
{
    private const string Question = "总结一下第二条";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_sentence_is_shown_when_its_end_has_come_and_not_before()
    {
        using var aided = new Aided(model);
        var count = Aided.Plain(Question).Answer.Citations.Count;
        var phrases = new Phrases();
        var (turn, shown) = Ask(aided, phrases.Script);
        await shown.UntilAsync(s => s.Count == 1);
        Assert.Equal("", shown.Texts[0]);
        phrases.Say("关于奖励：{quo");
        phrases.Say("te:1}");
        phrases.Say("；此外，{quote:2}");
        await shown.UntilAsync(s => s.Count == 2);
        Assert.Contains(Aided.Plain(Question).Answer.Citations[0].Quote, shown.Texts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("此外", shown.Texts[1], StringComparison.Ordinal);
        phrases.Say("。" + string.Concat(Enumerable.Range(3, count - 2).Select(Phrases.Sentence)));
        phrases.End();
        var result = await turn.WaitAsync(Longest);
        Assert.Equal("used", result.Answer.Model!.Outcome);
        foreach (var text in shown.Texts) Assert.StartsWith(text, result.Answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("另外给予100", "numeral")]
    [InlineData("另外给予五", "numeral")]
    [InlineData("此外，不", "denial")]
    [InlineData("此外，保证", "promise")]
    [InlineData("{quote:1}", "placeholder")]
    [InlineData("{step:", "placeholder")]
    [InlineData("{quote:9", "placeholder")]
    [InlineData("%", "characters")]
    [InlineData("此外，火星企业：{quote:2}；", "foreign-words")]
    [InlineData("企业给予奖励。", "uncited")]
    public async Task The_first_violation_ends_the_call_and_what_was_shown_was_true(string piece, string reason)
    {
        using var aided = new Aided(model);
        var phrases = new Phrases();
        var (turn, shown) = Ask(aided, phrases.Script);
        phrases.Say(Phrases.Sentence(1));
        phrases.Say(piece);
        // The text goes on; the answer does not wait for it.
        var result = await turn.WaitAsync(Longest);
        Assert.Equal($"rejected:{reason}", result.Answer.Model!.Outcome);
        Same.As(Aided.Plain(Question), result);
        Assert.InRange(shown.Texts.Count, 1, 2);
        while (!phrases.Cut.IsCompleted)
        {
            phrases.Say("的");
            await Task.Delay(10);
        }

        Assert.True(await phrases.Cut);
    }

    [Fact]
    public async Task What_is_wrong_only_as_a_whole_is_replaced_in_the_end()
    {
        using var aided = new Aided(model);
        var phrases = new Phrases();
        var (turn, shown) = Ask(aided, phrases.Script);
        phrases.Say(Phrases.Sentence(1));
        phrases.End();
        var result = await turn.WaitAsync(Longest);
        Assert.Equal("rejected:placeholder", result.Answer.Model!.Outcome);
        Same.As(Aided.Plain(Question), result);
        Assert.Equal(2, shown.Texts.Count);
    }

    [Fact]
    public async Task A_stream_without_its_end_a_broken_one_and_one_that_is_no_stream_are_failures()
    {
        using var aided = new Aided(model, ("BreakerCalls", "100"));
        var good = Phrases.Sentence(1);
        Assert.Equal("failed:truncated", (await aided.AskAsync(Question, Script.Stream(say => say(good), finish: null))).Answer.Model!.Outcome);
        Assert.Equal("failed:truncated", (await aided.AskAsync(Question, Script.Json(200, "", "text/event-stream"))).Answer.Model!.Outcome);
        Assert.Equal("failed:truncated", (await aided.AskAsync(Question, Script.Json(200, "<html></html>", "text/html"))).Answer.Model!.Outcome);
        Assert.Equal("failed:unreadable", (await aided.AskAsync(Question, Script.Json(200, "data: {\"choices\":[{\"delta\":\n\n", "text/event-stream"))).Answer.Model!.Outcome);
        Assert.Equal("failed:unreachable", (await aided.AskAsync(Question, Script.Broken("data: {\"choices\":[{\"delta\":{\"content\":\"关于\"}}]}\n\n"))).Answer.Model!.Outcome);
        Assert.Equal("failed:timeout", (await aided.AskAsync(Question, Script.Dripping("data: {\"choices\":[{\"delta\":{\"content\":\"关于\"}}]}\n\n"))).Answer.Model!.Outcome);
        Assert.Equal("failed:too-long", (await aided.AskAsync(Question, Script.Endless())).Answer.Model!.Outcome);
        Assert.Equal("failed:too-long", (await aided.AskAsync(Question, Script.Bomb())).Answer.Model!.Outcome);
        Assert.Equal("failed:status-429", (await aided.AskAsync(Question, Script.Json(429, "{}"))).Answer.Model!.Outcome);
        Assert.True(model.Asked.Last().GetProperty("stream").GetBoolean());
    }

    [Fact]
    public async Task Nothing_is_shown_of_a_turn_that_no_model_words()
    {
        using var aided = new Aided(model);
        var shown = new Shown();
        model.Next = Script.Call("equity_investment", "{}");
        foreach (var text in new[] { "你好", "听说第七条是10%对吧", "我们拉来了一笔钱" })
            await aided.Aid.RespondAsync(Aided.Dialogue, new Turn("test", "c", "", text, Aided.Today) { Show = shown.Add }, ConversationState.Empty, "a", "c", CancellationToken.None);
        Assert.Empty(shown.Texts);
    }

    private (Task<Bot.Answering.TurnResult> Turn, Shown Shown) Ask(Aided aided, Script script)
    {
        var shown = new Shown();
        model.Next = script;
        var turn = new Turn("test", "c", "", Question, Aided.Today) { Show = shown.Add };
        return (aided.Aid.RespondAsync(Aided.Dialogue, turn, ConversationState.Empty, "a", "c", CancellationToken.None), shown);
    }
}
