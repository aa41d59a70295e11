using Bot.Store;
using Bot.Store.Databases;
using Bot.Store.Index;
using Bot.Tests.Store.Support;

namespace Bot.Tests.Store;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task What_waits_is_committed_together()
    {
        using var folder = new DataFolder();
        await using var open = folder.Open();
        await open.Store.CheckAsync(default);
        var database = (SqliteDatabase)open.Availability.Database;
        var before = database.Commits;
        using var gate = new ManualResetEventSlim();
        var first = HoldAsync(database, gate);
        var saves = Enumerable.Range(0, 500).Select(n => open.Store.SaveAsync($"a{n}", $"c{n}")).ToList();
        gate.Set();
        await Task.WhenAll([first, .. saves]);
        Assert.InRange(database.Commits - before, 1, 3);
        Assert.NotNull(await open.Store.FindAnswerAsync("a499", default));
    }

    [Fact]
    public async Task One_failing_write_of_a_group_is_undone_alone()
    {
        using var folder = new DataFolder();
        await using var open = folder.Open();
        await open.Store.SaveTurnAsync(Sample.Answer("taken"), Sample.Conversation(state: """{"n":1}"""), default);
        using var gate = new ManualResetEventSlim();
        var first = HoldAsync((SqliteDatabase)open.Availability.Database, gate);
        var good = open.Store.SaveAsync("a1", "c1");
        var bad = open.Store.SaveTurnAsync(Sample.Answer("taken", "c2"), Sample.Conversation("c2"), default);
        var thrown = open.Availability.Database.WriteAsync<int>(
            (session, token) =>
            {
                SqliteTurns.Keep((SqliteSession)session, null, Sample.Turn(Sample.Answer("undone", "c3"), "{}"));
                throw new InvalidOperationException("after its first statement");
            },
            default);
        var last = open.Store.SaveAsync("a2", "c4");
        gate.Set();
        await Task.WhenAll(first, good, last);
        await Assert.ThrowsAsync<StoreConflictException>(() => bad);
        await Assert.ThrowsAsync<InvalidOperationException>(() => thrown);
        Assert.NotNull(await open.Store.FindAnswerAsync("a1", default));
        Assert.NotNull(await open.Store.FindAnswerAsync("a2", default));
        Assert.Null(await open.Store.FindAnswerAsync("undone", default));
        Assert.Null(await open.Store.FindConversationAsync("web", "c3", default));
    }

    [Fact]
    public async Task A_graceful_stop_commits_all_that_was_queued_and_takes_nothing_more()
    {
        using var folder = new DataFolder();
        await using var open = folder.Open();
        await open.Store.CheckAsync(default);
        using var gate = new ManualResetEventSlim();
        var first = HoldAsync((SqliteDatabase)open.Availability.Database, gate);
        var saves = Enumerable.Range(0, 100).Select(n => open.Store.SaveAsync($"a{n}", $"c{n}")).ToList();
        var stop = open.Availability.DisposeAsync().AsTask();
        var late = await Assert.ThrowsAsync<StoreUnavailableException>(() => open.Store.SaveAsync("late"));
        Assert.Equal(StoreProblem.Stopping, late.Problem);
        gate.Set();
        await Task.WhenAll([first, stop, .. saves]);
        await using var again = folder.Open();
        for (var n = 0; n < 100; n++)
            Assert.NotNull(await again.Store.FindAnswerAsync($"a{n}", default));
    }

    [Fact]
    public async Task A_caller_who_left_before_the_turn_came_is_passed_over()
    {
        using var folder = new DataFolder();
        await using var open = folder.Open();
        await open.Store.CheckAsync(default);
        using var gate = new ManualResetEventSlim();
        using var leaving = new CancellationTokenSource();
        var first = HoldAsync((SqliteDatabase)open.Availability.Database, gate);
        var left = open.Store.SaveTurnAsync(Sample.Answer("left"), Sample.Conversation(), leaving.Token);
        var stayed = open.Store.SaveAsync("stayed");
        await leaving.CancelAsync();
        gate.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await Task.WhenAll(first, stayed);
        Assert.Null(await open.Store.FindAnswerAsync("left", default));
    }

    // Keeps the writer busy, so that what comes meanwhile has to wait.
    private static Task<bool> HoldAsync(SqliteDatabase database, ManualResetEventSlim gate)
    {
        var entered = new TaskCompletionSource();
        var held = database.WriteAsync(
            (_, _) =>
            {
                entered.TrySetResult();
                gate.Wait(CancellationToken.None);
                return Task.FromResult(true);
            },
            default);
        entered.Task.Wait();
        return held;
    }
}
