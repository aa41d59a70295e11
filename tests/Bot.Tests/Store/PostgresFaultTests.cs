using Bot.Store;
using Bot.Tests.Store.Support;

namespace Bot.Tests.Store;

[Collection(PostgresTests.Name)]
public sealed class PostgresFaultTests(PostgresServer server)
{
    [Fact]
    public async Task The_store_is_well_again_when_the_server_is()
    {
        using var backend = new PostgresBackend(await server.CreateDatabaseAsync());
        await using var open = backend.Open(new ShiftedTime());
        await open.Store.SaveAsync("a1");
        await server.StopAsync();
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => open.Store.SaveAsync("a2"));
        Assert.Equal(StoreProblem.Unreachable, fault.Problem);
        Assert.Null(await open.Store.FindAnswerAsync("a1", default));
        await server.StartAsync();
        await open.UntilWellAsync();
        Assert.NotNull(await open.Store.FindAnswerAsync("a1", default));
        await open.Store.SaveAsync("a2");
    }

    [Fact]
    public async Task A_program_that_starts_before_the_server_finds_it_later()
    {
        using var backend = new PostgresBackend(await server.CreateDatabaseAsync());
        await server.StopAsync();
        await using var open = backend.Open(new ShiftedTime());
        Assert.Equal(StoreProblem.Unreachable, await open.Store.CheckAsync(default));
        await server.StartAsync();
        await open.UntilWellAsync();
        await open.Store.SaveAsync("a1");
    }

    [Fact]
    public async Task Instances_that_start_together_build_one_schema()
    {
        using var backend = new PostgresBackend(await server.CreateDatabaseAsync());
        await using var one = backend.Open(new ShiftedTime());
        await using var two = backend.Open(new ShiftedTime());
        await using var three = backend.Open(new ShiftedTime());
        Assert.All(await Task.WhenAll(new[] { one, two, three }.Select(open => open.Store.CheckAsync(default))), Assert.Null);
    }
}
