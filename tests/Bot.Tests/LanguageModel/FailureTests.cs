using Bot.Conversations;
using Bot.Tests.LanguageModel.Support;

namespace Bot.Tests.LanguageModel;

/// <summary>A model that is slow, down or talks nonsense: the user gets the answer that needs none, within the budget, and never an error.</summary>
public sealed class FailureTests(ModelStandIn model) : IClassFixture<ModelStandIn>
{
    private const string Unsure = "我们拉来了一笔钱";

    public static TheoryData<string, string> Faults => new()
    {
        { "silent", "failed:timeout" },
        { "dripping", "failed:timeout" },
        { "endless", "failed:too-long" },
        { "bomb", "failed:too-long" },
        { "broken", "failed:unreachable" },
        { "redirect", "failed:unreadable" },
        { "status 400", "failed:status-400" },
        { "status 401", "failed:status-401" },
        { "status 429", "failed:status-429" },
        { "status 500", "failed:status-500" },
        { "status 503", "failed:status-503" },
        { "empty", "failed:unreadable" },
        { "truncated", "failed:unreadable" },
        { "html", "failed:unreadable" },
        { "stream", "failed:unreadable" },
        { "cut stream", "failed:unreadable" },
        { "no choices", "failed:unreadable" },
        { "array", "failed:unreadable" },
        { "deep", "failed:unreadable" },
        { "odd finish", "failed:unreadable" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_failure_leaves_the_answer_as_it_was(string fault, string outcome)
    {
        using var aided = new Aided(model);
        var result = await aided.AskAsync(Unsure, Played(fault));
        Assert.Equal(outcome, result.Answer.Model!.Outcome);
        Same.As(Aided.Plain(Unsure), result);
        // On the test's clock no more than the budget has passed.
        Assert.InRange(aided.Time.Passed, TimeSpan.Zero, TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_the_key_goes_nowhere_else()
    {
        var other = new ModelStandIn();
        await other.InitializeAsync();
        try
        {
            using var aided = new Aided(model);
            await aided.AskAsync(Unsure, Script.Redirect(other.Endpoint + "/chat/completions"));
            Assert.Empty(other.Asked);
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_service_that_is_not_there_leaves_the_answer_as_it_was()
    {
        var gone = new ModelStandIn();
        await gone.InitializeAsync();
        using var aided = new Aided(gone);
        await gone.DisposeAsync();
        var result = await aided.AskAsync(Unsure, Script.Nothing);
        Assert.Equal("failed:unreachable", result.Answer.Model!.Outcome);
        Same.As(Aided.Plain(Unsure), result);
    }

    [Fact]
    public async Task After_some_failures_the_model_is_left_alone_for_a_while_and_then_tried_again()
    {
        using var aided = new Aided(model, ("BreakerCalls", "3"), ("BreakerSeconds", "20"));
        for (var i = 0; i < 3; i++) await aided.AskAsync(Unsure, Script.Json(500, "{}"));
        var asked = model.Asked.Count;
        Assert.Equal("failed:breaker-open", (await aided.AskAsync(Unsure, Script.Nothing)).Answer.Model!.Outcome);
        Assert.Equal(asked, model.Asked.Count);
        aided.Time.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal("declined", (await aided.AskAsync(Unsure, Script.Nothing)).Answer.Model!.Outcome);
        Assert.Equal(asked + 1, model.Asked.Count);
    }

    [Fact]
    public async Task Whoever_comes_while_all_places_are_taken_does_without()
    {
        using var aided = new Aided(model, ("Concurrency", "1"));
        model.Next = Script.Silent();
        var asked = model.Asked.Count;
        var turn = new Turn("test", "c", "", Unsure, Aided.Today);
        var first = aided.Aid.RespondAsync(Aided.Dialogue, turn, ConversationState.Empty, "a", "c", CancellationToken.None);
        while (model.Asked.Count == asked) await Task.Delay(1);
        var second = await aided.Aid.RespondAsync(Aided.Dialogue, turn, ConversationState.Empty, "a", "c", CancellationToken.None);
        Assert.Equal("failed:busy", second.Answer.Model!.Outcome);
        aided.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("failed:timeout", (await first).Answer.Model!.Outcome);
    }

    [Fact]
    public async Task Who_goes_away_is_not_answered_and_counts_against_nobody()
    {
        using var aided = new Aided(model, ("BreakerCalls", "2"));
        for (var i = 0; i < 3; i++)
        {
            using var gone = new CancellationTokenSource();
            model.Next = Script.Silent();
            var asked = model.Asked.Count;
            var turn = aided.Aid.RespondAsync(Aided.Dialogue, new Turn("test", "c", "", Unsure, Aided.Today), ConversationState.Empty, "a", "c", gone.Token);
            while (model.Asked.Count == asked) await Task.Delay(1);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        }

        Assert.Equal("declined", (await aided.AskAsync(Unsure, Script.Nothing)).Answer.Model!.Outcome);
    }

    private static Script Played(string fault)
    {
        const string beginning = """{"id":"x","choices":[{"index":0,"message":{"role":"assistant","content":"可""";
        return fault switch
        {
            "silent" => Script.Silent(),
            "dripping" => Script.Dripping(beginning),
            "endless" => Script.Endless(),
            "bomb" => Script.Bomb(),
            "broken" => Script.Broken(beginning),
            "redirect" => Script.Redirect("http://127.0.0.1:9/v1/chat/completions"),
            "empty" => Script.Json(200, ""),
            "truncated" => Script.Json(200, beginning),
            "html" => Script.Json(200, "<html><body>502</body></html>", "text/html"),
            "stream" => Script.Json(200, "data: {\"choices\":[{\"delta\":{\"content\":\"您可得50万元\"}}]}\n\ndata: [DONE]\n\n", "text/event-stream"),
            "cut stream" => Script.Json(200, "data: {\"choices\":[{\"delta\":{\"content\":\"您可得", "text/event-stream"),
            "no choices" => Script.Json(200, """{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[]}"""),
            "array" => Script.Json(200, "[1,2,3]"),
            "deep" => Script.Json(200, new string('[', 2000) + new string(']', 2000)),
            "odd finish" => Script.Say("您可得50万元", "no-such-reason"),
            _ => Script.Json(int.Parse(fault.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), """{"error":{"message":"no"}}"""),
        };
    }
}
