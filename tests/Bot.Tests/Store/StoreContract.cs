using Bot.Store;
using Bot.Tests.Store.Support;

namespace Bot.Tests.Store;

/// <summary>What holds for both databases alike; split by topic.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private readonly ShiftedTime time = new();
    private IBackend backend = null!;
    private OpenStore open = null!;

    private protected abstract Task<IBackend> CreateAsync();

    private IStore Store => open.Store;

    public async Task InitializeAsync()
    {
        backend = await CreateAsync();
        open = backend.Open(time);
    }

    public async Task DisposeAsync()
    {
        await open.DisposeAsync();
        backend.Dispose();
    }

    private async Task RestartAsync()
    {
        await open.DisposeAsync();
        open = backend.Open(time);
    }
}

public sealed class SqliteStoreTests : StoreContract
{
    private protected override Task<IBackend> CreateAsync() => Task.FromResult<IBackend>(new SqliteBackend());
}

[Collection(PostgresTests.Name)]
public sealed class PostgresStoreTests(PostgresServer server) : StoreContract
{
    private protected override async Task<IBackend> CreateAsync() => new PostgresBackend(await server.CreateDatabaseAsync());
}
