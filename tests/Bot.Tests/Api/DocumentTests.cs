using Bot.Tests.Support;

namespace Bot.Tests.Api;

public sealed class DocumentTests(BotHost host) : IClassFixture<BotHost>
{
    [Fact]
    public async Task Documents_are_listed_with_their_clauses_and_validity()
    {
        var documents = (await host.GetAsync("/api/documents")).Json.GetProperty("documents");
        Assert.Equal(["xunwu-51", "pilot-2025"], documents.EnumerateArray().Select(d => d.GetProperty("document").GetString()));
        var first = documents[0];
        Assert.Equal("寻府办字〔2022〕51号", first.GetProperty("number").GetString());
        Assert.Equal("2022-04-25", first.GetProperty("issued").GetString());
        // Nobody gave a date: the clock stands at 1 October 2022 in China, though not yet in London.
        Assert.Contains("2022年10月1日", first.GetProperty("validity").GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal(14, first.GetProperty("clauses").GetArrayLength());
        var nested = documents[1].GetProperty("clauses").EnumerateArray().Single(c => c.GetProperty("number").GetString() == "2.2.1");
        Assert.Equal(("pilot-2025/2.2.1", "pilot-2025/2.2"), (nested.GetProperty("clause").GetString(), nested.GetProperty("parent").GetString()));
        Assert.Equal("null", documents[1].GetProperty("number").GetRawText());
    }

    [Theory]
    [InlineData("xunwu-51/2", "2022-04-24", "not-yet")]
    [InlineData("xunwu-51/2", "2022-04-25", "in-force")]
    [InlineData("xunwu-51/2", "2023-12-31", "in-force")]
    [InlineData("xunwu-51/2", "2024-01-01", "unclear")]
    [InlineData("xunwu-51/2", "2024-04-24", "unclear")]
    [InlineData("xunwu-51/2", "2024-04-25", "expired")]
    [InlineData("pilot-2025/4.1", "2025-10-15", "not-yet")]
    [InlineData("pilot-2025/4.1", "2027-12-31", "in-force")]
    [InlineData("pilot-2025/4.1", "2028-01-01", "expired")]
    public async Task A_clause_is_shown_whole_with_its_validity_on_the_day_asked_about(string clause, string asOf, string status)
    {
        var shown = (await host.GetAsync($"/api/clauses/{clause}?asOf={asOf}")).Json;
        Assert.Equal(clause, shown.GetProperty("clause").GetString());
        Assert.Equal(clause.Split('/')[0], shown.GetProperty("document").GetString());
        Assert.Equal(status, shown.GetProperty("validity").GetProperty("status").GetString());
        Assert.DoesNotContain(shown.GetProperty("text").GetString()!, char.IsWhiteSpace);
        Assert.NotEmpty(shown.GetProperty("heading").GetString()!);
        Assert.True(shown.TryGetProperty("parent", out _) && shown.TryGetProperty("responsible", out _));
    }

    [Fact]
    public async Task The_unclear_time_is_told_with_both_wordings_and_whom_to_ask()
    {
        var note = (await host.GetAsync("/api/clauses/xunwu-51/1?asOf=2024-02-01")).Json.GetProperty("validity").GetProperty("note").GetString()!;
        foreach (var words in new[] { "「自印发之日起试行两年」", "「2022—2023年」", "县大数据中心" }) Assert.Contains(words, note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_gives_the_best_clause_first_with_a_verbatim_snippet()
    {
        var hits = (await host.GetAsync("/api/clauses?q=%E8%82%A1%E6%9D%83%E5%9F%BA%E9%87%91%E6%8A%95%E8%B5%84&top=2")).Json.GetProperty("hits");
        Assert.Equal(2, hits.GetArrayLength());
        Assert.Equal("xunwu-51/7", hits[0].GetProperty("clause").GetString());
        Assert.True(hits[0].GetProperty("score").GetDouble() >= hits[1].GetProperty("score").GetDouble());
        var text = (await host.GetAsync("/api/clauses/xunwu-51/7")).Json.GetProperty("text").GetString()!;
        Assert.Contains(hits[0].GetProperty("snippet").GetString()!, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/clauses/xunwu-51/12", 404, null)]
    [InlineData("/api/clauses/nowhere/1", 404, null)]
    [InlineData("/api/clauses/xunwu-51/2?asOf=2022-02-30", 400, "asOf")]
    [InlineData("/api/clauses/xunwu-51/2?asOf=", 400, "asOf")]
    [InlineData("/api/clauses/xunwu-51/2?asOf=2022-1-1", 400, "asOf")]
    [InlineData("/api/documents?asOf=2022-01-01&asOf=2022-01-02", 400, "asOf")]
    [InlineData("/api/clauses", 400, "q")]
    [InlineData("/api/clauses?q=%20%E2%80%8B", 400, "q")]
    [InlineData("/api/clauses?q=a&q=b", 400, "q")]
    [InlineData("/api/clauses?q=a&top=0", 400, "top")]
    [InlineData("/api/clauses?q=a&top=51", 400, "top")]
    [InlineData("/api/clauses?q=a&top=5.0", 400, "top")]
    [InlineData("/api/calculators?asOf=x", 400, "asOf")]
    [InlineData("/api/answers/none", 404, null)]
    [InlineData("/api/feedback", 400, "answerId")]
    [InlineData("/api/feedback?answerId=none", 404, null)]
    [InlineData("/api/nothing", 404, null)]
    [InlineData("/nothing", 404, null)]
    [InlineData("/openapi/v2.json", 404, null)]
    public async Task What_cannot_be_given_is_a_problem_that_names_the_field(string path, int status, string? field) =>
        Assert.Equal(field, (await host.GetAsync(path)).Problem(status));

    [Fact]
    public async Task Unknown_query_parameters_are_tolerated() => Assert.Equal(200, (await host.GetAsync("/api/documents?utm_source=x")).Status);
}
