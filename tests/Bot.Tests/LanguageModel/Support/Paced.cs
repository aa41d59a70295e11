using Bot.Answering;
using Bot.Hosting;
using Bot.Tests.Support;
using Calculators.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.LanguageModel.Support;

/// <summary>The program with a model, on a clock that a test moves: a busy machine makes no reply late.</summary>
internal sealed class Paced : IAsyncDisposable
{
    private Paced(BotHost host, VirtualTime time) => (Host, Time) = (host, time);

    internal BotHost Host { get; }

    internal VirtualTime Time { get; }

    internal static async Task<Paced> StartAsync(ModelStandIn model, params IEnumerable<string> settings)
    {
        var time = new VirtualTime(FixedTime.FirstOctober.GetUtcNow());
        var host = new BotHost([.. Settings(model), .. settings], services => services.AddSingleton<IAssistant, Assistant>(), _ => new Parts(Catalogue.Default, time));
        await host.InitializeAsync();
        return new Paced(host, time);
    }

    internal static string[] Settings(ModelStandIn model) =>
        [$"--LanguageModel:Endpoint={model.Endpoint}", "--LanguageModel:Model=scripted", "--LanguageModel:BudgetMilliseconds=3500"];

    internal Task UntilAsync(Func<bool> holds) => UntilAsync(Time, holds);

    /// <summary>Lets time pass, more slowly than it does, until something holds.</summary>
    internal static async Task UntilAsync(VirtualTime time, Func<bool> holds)
    {
        for (var i = 0; i < 3000 && !holds(); i++)
        {
            await Task.Delay(30);
            if (!holds()) time.Advance(TimeSpan.FromMilliseconds(25));
        }

        Assert.True(holds(), "It did not come about.");
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();
}
