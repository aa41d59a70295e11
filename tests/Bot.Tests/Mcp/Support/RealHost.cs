using Bot.Answering;
using Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Mcp.Support;

/// <summary>The same program behind HTTP, on the same day.</summary>
public sealed class RealHost : IAsyncLifetime
{
    internal BotHost Program { get; } = new([], services => services.AddSingleton<IAssistant, Assistant>());

    public Task InitializeAsync() => Program.InitializeAsync();

    public Task DisposeAsync() => Program.DisposeAsync();
}
