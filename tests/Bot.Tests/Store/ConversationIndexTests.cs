using Bot.Conversations;
using Bot.Store;
using Bot.Store.Databases;
using Bot.Store.Index;
using Bot.Store.Records;
using Bot.Tests.Store.Support;

namespace Bot.Tests.Store;

/// <summary>In SQLite, turns get into the index by conversation some time after they are kept. Whoever looks for a conversation must not notice.</summary>
public sealed class ConversationIndexTests
{
    // More than twice what is gathered, so that some are in the index, some on their way and some gathered.
    private const int Turns = (RecentTurns.Generation * 5) / 2, Conversations = 1500, Callers = 32;

    [Fact]
    public async Task Conversations_and_deliveries_are_found_wherever_their_turns_are()
    {
        using var folder = new DataFolder();
        var last = new string?[Conversations];
        await using (var open = folder.Open())
        {
            await FillAsync(open.Store, last);
            await AllAreFoundAsync(open.Store, last);

            // The process dies: what was gathered is gathered again.
            using var copy = folder.Copy();
            await using var after = copy.Open();
            await AllAreFoundAsync(after.Store, last);
            await KnownAsync(after.Store);
            await AllAreFoundAsync(after.Store, last);
            await after.Store.SaveAsync("later", Name(7));
            Assert.Equal("{}", (await after.Store.FindConversationAsync("web", Name(7), default))?.State);
        }

        await using var again = folder.Open();
        await KnownAsync(again.Store);
        await AllAreFoundAsync(again.Store, last);
    }

    [Fact]
    public async Task The_first_conversations_of_all_are_found_after_a_crash()
    {
        using var folder = new DataFolder();
        await using var open = folder.Open();
        await open.Store.SaveAsync("a1", "c1");
        using var copy = folder.Copy();
        await using var after = copy.Open();
        await KnownAsync(after.Store);
        Assert.NotNull(await after.Store.FindConversationAsync("web", "c1", default));
        Assert.Null(await after.Store.FindConversationAsync("web", "c2", default));
    }

    [Fact]
    public async Task A_conversation_that_is_forgotten_is_gone_wherever_its_turns_are()
    {
        using var folder = new DataFolder();
        await using var open = folder.Open();
        var last = new string?[Conversations];
        await FillAsync(open.Store, last);
        for (var n = 0; n < Conversations; n += 100)
        {
            Assert.True(await open.Store.ForgetConversationAsync("web", Name(n), default));
            Assert.False(await open.Store.ForgetConversationAsync("web", Name(n), default));
            Assert.Null(await open.Store.FindConversationAsync("web", Name(n), default));
            last[n] = null;
        }

        await AllAreFoundAsync(open.Store, last);
    }

    [Fact]
    public async Task A_command_beside_the_program_finds_what_that_has_kept_and_leaves_what_it_finds()
    {
        using var folder = new DataFolder();
        await using var serving = folder.Open();
        await KnownAsync(serving.Store);
        await serving.Store.SaveTurnAsync(Sample.Answer("a1"), Sample.Conversation(state: """{"n":1}"""), default);
        await using (var visitor = folder.Visit())
        {
            Assert.Equal("""{"n":1}""", (await visitor.Store.FindConversationAsync("web", "c1", default))?.State);
            await visitor.Store.SaveTurnAsync(Sample.Answer("a2", "c2") with { Channel = Visitors.Command }, Sample.Conversation("c2", """{"n":2}""") with { Channel = Visitors.Command }, default);
            Assert.Equal("""{"n":2}""", (await serving.Store.FindConversationAsync(Visitors.Command, "c2", default))?.State);

            // Kept while the visitor is there.
            await serving.Store.SaveAsync("a3", "c3");
            Assert.Equal(["a3"], (await visitor.Store.FindPersonAsync(new Person("web", "c3"), default)).Answers.Select(answer => answer.AnswerId));
            await visitor.Store.DeletePersonAsync(new Person("web", "c1"), default);
        }

        Assert.Null(await serving.Store.FindConversationAsync("web", "c1", default));
        Assert.NotNull(await serving.Store.FindConversationAsync("web", "c3", default));
        var page = await serving.Store.AnswersAsync(new AnswerFilter(Channel: Visitors.Command, ConversationId: "c2"), default);
        Assert.Equal("a2", Assert.Single(page.Answers).AnswerId);
    }

    [Fact]
    public async Task Conversations_are_found_when_more_come_than_are_remembered_at_first()
    {
        using var folder = new DataFolder();
        var last = new string?[Conversations];
        await using (var before = folder.Open()) await FillAsync(before.Store, last);
        var report = new Action<StoreProblem, Exception>((problem, fault) => Assert.Fail($"{problem.Reason}: {fault}"));
        var database = new SqliteDatabase(folder.Path, new ShiftedTime(), report, room: 100);
        await database.OpenAsync(default);
        for (var n = 0; n < Turns; n++)
        {
            // Half of them are of conversations that are there, half are new.
            var name = n % 2 == 0 ? Name(n % Conversations) : $"new{n}";
            Assert.Equal(n % 2 == 0 ? last[n % Conversations] : null, (await database.FindConversationAsync("web", name, default, default))?.State);
            if (n % 40 > 1) continue;
            var turn = Sample.Turn(Sample.Answer($"b{n}", name), $"[{n}]") with { Delivery = new DeliveryKey("activity", $"b{n}") };
            await database.KeepAsync(turn, default);
            await Assert.ThrowsAsync<RepeatedDeliveryException>(() => database.KeepAsync(turn with { AnswerId = "repeated" }, default));
            Assert.Equal($"[{n}]", (await database.FindConversationAsync("web", name, default, default))?.State);
            if (n % 2 == 0) last[n % Conversations] = $"[{n}]";
        }

        await database.CloseAsync();
    }

    // Until what was there at the start is known by heart; what is found is the same before.
    private static Task KnownAsync(IStore store) => Task.WhenAll(store.CheckAsync(default), Task.Delay(500));

    private static string Name(int conversation) => $"c{conversation}";

    private static async Task FillAsync(IStore store, string?[] last)
    {
        // Each caller has conversations of its own, which it takes up in no order.
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            var random = new Random(caller);
            for (var n = caller; n < Turns; n += Callers)
            {
                var conversation = (random.Next(Conversations / Callers) * Callers) + caller;
                var state = $$"""{"n":{{n}}}""";
                await store.SaveTurnAsync(Sample.Answer($"a{n}", Name(conversation)), Sample.Conversation(Name(conversation), state), default, new DeliveryKey("activity", $"m{n}"));
                last[conversation] = state;
            }
        }));
    }

    private static async Task AllAreFoundAsync(IStore store, string?[] last)
    {
        for (var n = 0; n < Conversations; n++)
            Assert.Equal(last[n], (await store.FindConversationAsync("web", Name(n), default))?.State);
        for (var n = 0; n < Conversations; n += 50)
        {
            if (last[n] is not { } state) continue;
            var message = "m" + state[5..^1];
            await Assert.ThrowsAsync<RepeatedDeliveryException>(() => SaveAgainAsync(store, n, message));
        }
    }

    private static Task SaveAgainAsync(IStore store, int conversation, string message) =>
        store.SaveTurnAsync(Sample.Answer("repeated", Name(conversation)), Sample.Conversation(Name(conversation)), default, new DeliveryKey("activity", message));
}
