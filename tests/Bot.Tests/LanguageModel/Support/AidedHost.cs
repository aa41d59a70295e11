using Bot.Answering;
using Bot.Hosting;
using Bot.Tests.Support;
using Calculators.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.LanguageModel.Support;

/// <summary>The program with the real assistant and a model beside it.</summary>
internal sealed class AidedHost : IAsyncDisposable
{
    private AidedHost(BotHost host) => Host = host;

    internal BotHost Host { get; }

    /// <summary>Starts it.</summary>
    /// <param name="model">The model; null where there is none.</param>
    /// <param name="settings">Further settings.</param>
    internal static async Task<AidedHost> StartAsync(ModelStandIn? model, params string[] settings)
    {
        string[] beside = model is null ? [] : [$"--LanguageModel:Endpoint={model.Endpoint}", "--LanguageModel:Model=scripted"];
        var host = new BotHost(
            [.. beside, .. settings],
            services => services.AddSingleton<IAssistant, Assistant>(),
            // The budget passes on a clock that stands still: a busy machine makes no reply late.
            _ => new Parts(Catalogue.Default, new VirtualTime(FixedTime.FirstOctober.GetUtcNow())));
        await host.InitializeAsync();
        return new AidedHost(host);
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();
}
