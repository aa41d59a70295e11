using Bot.Answering;
using Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Extension;

/// <summary>The real program, assistant included, with the policy on beekeeping beside the two that are shipped.</summary>
public sealed class BeekeepingHost : IAsyncLifetime
{
    private readonly string corpus = Beekeeping.WriteCorpus();
    private readonly BotHost host;

    public BeekeepingHost() => host = new BotHost([Setting], services => services.AddSingleton<IAssistant, Assistant>(), _ => Beekeeping.Parts);

    internal string Setting => $"--Corpus:Folder={corpus}";

    internal BotHost Program => host;

    public Task InitializeAsync() => host.InitializeAsync();

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(corpus, recursive: true);
    }
}
