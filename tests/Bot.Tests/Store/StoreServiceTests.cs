using Bot.Store;
using Bot.Tests.Store.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.Store;

public sealed class StoreServiceTests
{
    [Fact]
    public async Task The_host_purges_at_start_and_keeps_what_was_saved_until_it_stopped()
    {
        using var folder = new DataFolder();
        var time = new ShiftedTime();
        await using (var before = folder.Open(time))
            await before.Store.SaveAsync("old");
        time.Now += TimeSpan.FromDays(181);
        using var host = Start(folder, time);
        await host.StartAsync();
        var store = host.Services.GetRequiredService<IStore>();
        await store.SaveTurnAsync(Sample.Answer("young") with { At = time.Now }, Sample.Conversation(), default);
        for (var tries = 0; tries < 100 && await store.FindAnswerAsync("old", default) is not null; tries++)
            await Task.Delay(50);
        Assert.Null(await store.FindAnswerAsync("old", default));
        await host.StopAsync();
        var late = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.SaveAsync("late"));
        Assert.Equal(StoreProblem.Stopping, late.Problem);
        await using var again = folder.Open(time);
        Assert.NotNull(await again.Store.FindAnswerAsync("young", default));
    }

    [Fact]
    public async Task The_host_starts_without_a_data_folder()
    {
        using var folder = new DataFolder();
        await File.WriteAllTextAsync(folder.Database, "");
        using var host = Start(folder, new ShiftedTime(), Path.Combine(folder.Database, "no folder in a file"));
        await host.StartAsync();
        Assert.Equal(StoreProblem.Unreadable, await host.Services.GetRequiredService<IStore>().CheckAsync(default));
        await host.StopAsync();
    }

    private static IHost Start(DataFolder folder, ShiftedTime time, string? path = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Storage:Folder", (string?)(path ?? folder.Path))]);
        builder.Services.AddSingleton<TimeProvider>(time).AddLogging().AddStore(builder.Configuration);
        return builder.Build();
    }
}
