using Bot.Store;
using Bot.Store.Schema;
using Bot.Tests.Store.Support;

namespace Bot.Tests.Store;

public abstract partial class StoreContract
{
    private const string OldRows = """
        INSERT INTO answers (answer_id, channel, conversation_id, at, as_of, kind, question, body, corpus_version, inputs)
        VALUES ('old', 'web', 'c1', 1760900000000, '2025-10-09', 'award', '问', '{}', 'v0', '[]');
        INSERT INTO feedback (answer_id, helpful, comment, at) SELECT answer_id, 1 = 1, '好', 1760000000001 FROM answers
        """;

    private static string OldState(int version) => version < 6
        ? """; INSERT INTO conversations (channel, conversation_id, state, updated_at) VALUES ('web', 'c1', '{"n":1}', 1760900000000)"""
        : """; INSERT INTO states (seq, at, state) SELECT seq, at, '{"n":1}' FROM answers""";

    public static TheoryData<int> EarlierVersions => [.. Enumerable.Range(1, Migration.All.Count - 1)];

    [Theory]
    [MemberData(nameof(EarlierVersions))]
    public async Task A_database_of_an_earlier_version_is_brought_up_to_date_with_all_that_it_holds(int version)
    {
        using var fresh = await CreateAsync();
        await using (var born = fresh.Open(time))
            Assert.Null(await born.Store.CheckAsync(default));
        await backend.PrepareAsync(version, OldRows + OldState(version));
        Assert.Null(await Store.CheckAsync(default));
        Assert.Equal(new DateOnly(2025, 10, 9), (await Store.FindAnswerAsync("old", default))?.AsOf);
        Assert.Equal("""{"n":1}""", (await Store.FindConversationAsync("web", "c1", default))?.State);
        Assert.Equal("好", Assert.Single(await Store.FeedbackAsync("old", default)).Comment);
        Assert.True(await Store.TryClaimAsync("wechat", "m1", null, default));
        Assert.Equal(await fresh.DescribeAsync(), await backend.DescribeAsync());
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused_and_left_as_it_is()
    {
        await backend.PrepareAsync(Migration.All.Count - 1, OldRows + OldState(Migration.All.Count - 1) + "; UPDATE settings SET value = '99' WHERE name = 'schema-version'");
        var problem = await Store.CheckAsync(default);
        Assert.Equal(StoreFault.TooNew, problem?.Fault);
        Assert.Contains("（99）", problem?.Reason, StringComparison.Ordinal);
        Assert.Contains("升级程序", problem?.Reason, StringComparison.Ordinal);
        Assert.Null(await Store.FindAnswerAsync("old", default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.SaveAsync("a1"));
    }

    [Fact]
    public void Migrations_are_numbered_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, Migration.All.Count), Migration.All.Select(step => step.Number));
}
