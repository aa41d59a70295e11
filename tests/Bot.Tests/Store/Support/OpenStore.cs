using Bot.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Store.Support;

/// <summary>A store as the host has it, opened by the first call; disposing of it is a graceful stop.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    internal OpenStore(ShiftedTime time, params (string Name, string Value)[] settings)
        : this(time, isServing: true, settings)
    {
    }

    internal OpenStore(ShiftedTime time, bool isServing, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Prepend(("RetrySeconds", "1"))
                .Select(setting => KeyValuePair.Create($"Storage:{setting.Item1}", (string?)setting.Item2)))
            .Build();
        provider = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(time).AddStore(configuration, isServing).BuildServiceProvider();
        Store = provider.GetRequiredService<IStore>();
    }

    internal IStore Store { get; }

    internal IOfficeFigures Figures => provider.GetRequiredService<IOfficeFigures>();

    internal Availability Availability => provider.GetRequiredService<Availability>();

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    /// <summary>Waits until the store is well, 15 seconds at most.</summary>
    internal async Task UntilWellAsync()
    {
        for (var tries = 0; tries < 150; tries++)
        {
            if (await Store.CheckAsync(default) is null)
                return;
            await Task.Delay(100);
        }
        Assert.Fail($"Still unavailable after 15 seconds: {(await Store.CheckAsync(default))?.Reason}");
    }
}
