using Bot.Answering;
using Bot.Channels.Tencent;
using Bot.Store;
using Bot.Store.Records;
using Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Channels.WeChat;

/// <summary>The program with an account, and the service that it belongs to.</summary>
internal sealed class Office : IAsyncDisposable
{
    internal const string AppId = "wxfba1bdb09bf8b1ee";
    private const int Deadline = 1500;

    private Office(BotHost host, ServiceStandIn service) => (Host, Service) = (host, service);

    internal BotHost Host { get; }

    internal ServiceStandIn Service { get; }

    internal SlowAssistant Assistant => (SlowAssistant)Host.Services.GetRequiredService<IAssistant>();

    internal IStore Store => Host.Services.GetRequiredService<IStore>();

    /// <summary>Everything that was logged.</summary>
    internal LogLines Log { get; private init; } = null!;

    /// <summary>Starts it.</summary>
    /// <param name="sends">Whether the account may send by itself.</param>
    /// <param name="real">Whether the real assistant answers.</param>
    /// <param name="settings">Further settings.</param>
    internal static Task<Office> OpenAsync(bool sends = true, bool real = false, params string[] settings) => OpenAsync(TimeProvider.System, sends, real, settings);

    /// <summary>The same by a clock of its own.</summary>
    internal static async Task<Office> OpenAsync(TimeProvider time, bool sends = true, bool real = false, params string[] settings)
    {
        var service = await ServiceStandIn.StartAsync();
        var log = new LogLines();
        string[] all =
        [
            $"--WeChat:Token={Account.Token}", $"--WeChat:EncodingAesKey={Account.Key}", $"--WeChat:AppId={AppId}", "--WeChat:MaxAgeSeconds=0",
            $"--WeChat:ApiBaseUrl={service.Address}", $"--WeChat:ReplyMilliseconds={(real ? 4000 : Deadline)}", $"--WeChat:AppSecret={(sends ? "secret-app" : "")}",
            $"--WeCom:Token={Account.Token}", $"--WeCom:EncodingAesKey={Account.Key}", "--WeCom:CorpId=wwc668c77e5c006289", "--WeCom:MaxAgeSeconds=0", "--WeCom:AgentId=7",
            $"--WeCom:ApiBaseUrl={service.Address}", $"--WeCom:ReplyMilliseconds={(real ? 4000 : Deadline)}", $"--WeCom:Secret={(sends ? "secret-corp" : "")}",
            "--Logging:LogLevel:Default=Trace",
            .. settings,
        ];
        var host = new BotHost(all, services =>
        {
            if (real) services.AddSingleton<IAssistant, Assistant>();
            else services.AddSingleton<IAssistant, SlowAssistant>();
            services.AddSingleton(new LateSettings(TimeSpan.FromHours(24), TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(100)));
            services.AddSingleton<ILoggerProvider>(log);
        }, _ => new Bot.Hosting.Parts(Calculators.Rules.Catalogue.Default, time));
        await host.InitializeAsync();
        var office = new Office(host, service) { Log = log };
        // The first request of a process compiles as it goes, and must not count as a slow answer.
        foreach (var account in (Account[])[office.Safe, office.Work]) await account.PostAsync(account.Message("image"));
        _ = await office.Store.AnswersAsync(new AnswerFilter(Most: 1), default);
        return office;
    }

    /// <summary>A talk in the open.</summary>
    internal Account Official => new(Host);

    /// <summary>An encrypted talk.</summary>
    internal Account Safe => new(Host, receiver: AppId);

    internal Account Work => new(Host, "/wechat/work", "wwc668c77e5c006289") { User = "zhangsan" };

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Service.DisposeAsync();
    }
}
