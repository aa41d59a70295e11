using Bot.Channels.Tencent;
using Bot.Channels.WeChat;
using Bot.Channels.WeCom;
using Bot.Hosting;
using Bot.Store;
using Bot.Tests.Channels.Activity.Support;
using Bot.Tests.Channels.WeChat;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;
using Calculators.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Said = Bot.Channels.Tencent.Said;

namespace Bot.Tests.Channels.Shared;

/// <summary>Two instances on one database share each account's access token.</summary>
public abstract class SharedTokenContract : IAsyncLifetime
{
    private const int Sends = 8;
    private readonly StandIn connector = new();
    private ServiceStandIn official = null!;
    private ServiceStandIn work = null!;
    private BotHost[] hosts = [];

    private protected abstract Task<string> StorageAsync();

    public async Task InitializeAsync()
    {
        (official, work) = (await ServiceStandIn.StartAsync(), await ServiceStandIn.StartAsync());
        await connector.InitializeAsync();
        string[] settings =
        [
            .. connector.Settings,
            $"--WeChat:Token={Account.Token}", "--WeChat:AppId=wx1", "--WeChat:AppSecret=secret-app", $"--WeChat:ApiBaseUrl={official.Address}",
            $"--WeCom:Token={Account.Token}", $"--WeCom:EncodingAesKey={Account.Key}", "--WeCom:CorpId=ww1", "--WeCom:AgentId=7", "--WeCom:Secret=secret-corp", $"--WeCom:ApiBaseUrl={work.Address}",
            await StorageAsync(),
        ];
        hosts = [.. Enumerable.Range(0, 2).Select(_ => new BotHost(settings, parts: _ => new Parts(Catalogue.Default, TimeProvider.System)))];
        foreach (var host in hosts) await host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var host in hosts) await host.DisposeAsync();
        await connector.DisposeAsync();
        await official.DisposeAsync();
        await work.DisposeAsync();
    }

    [Fact]
    public async Task One_of_two_instances_fetches_a_token_for_both_and_one_renews_it_when_it_is_refused()
    {
        await SendAllAsync();
        Assert.Equal((1, 1, 1), (official.Issued, work.Issued, connector.Logins.Count));
        Assert.Equal((Sends, Sends, Sends), (official.Sent.Count, work.Sent.Count, connector.Posts.Count));

        (official.TokenExpired, work.TokenExpired) = (true, true);
        connector.Script = (post, _) => Task.FromResult<IResult?>(post.Authorization == "Bearer token-1" ? Results.StatusCode(401) : null);
        await SendAllAsync();
        Assert.Equal((2, 2, 2), (official.Issued, work.Issued, connector.Logins.Count));
        Assert.Equal((2 * Sends, 2 * Sends, 2 * Sends), (official.Sent.Count, work.Sent.Count, connector.Posts.Count(p => p.Authorization == "Bearer token-2") + Sends));

        await using var context = hosts[0].Services.GetRequiredService<Availability>().Database.CreateContext();
        var kept = context.AccessTokens.ToList();
        Assert.Equal(3, kept.Count);
        Assert.All(kept, token => Assert.DoesNotContain("token-", token.Sealed + System.Text.Encoding.Latin1.GetString(Convert.FromBase64String(token.Sealed)), StringComparison.Ordinal));
    }

    private async Task SendAllAsync()
    {
        var sent = connector.Posts.Count(p => p.Authorization == "Bearer token-1");
        await Task.WhenAll(Enumerable.Range(0, Sends).Select(n => SendAsync(hosts[n % hosts.Length], n)));
        for (var i = 0; i < 200 && Taken() < Sends; i++) await Task.Delay(50);

        int Taken() => connector.Posts.Count(p => p.Authorization == (sent == 0 ? "Bearer token-1" : "Bearer token-2"));
    }

    private async Task SendAsync(BotHost host, int n)
    {
        var message = Activity.Support.Talk.Message($"问{n}", conversation: $"c{n}", expectReplies: false).With("serviceUrl", connector.Url);
        var told = host.SendAsync(message, $"Bearer {Token.OfChannel(connector, TimeProvider.System.GetUtcNow(), connector.Url)}");
        var said = new Said($"答{n}", "");
        Assert.Equal(SendOutcome.Sent, await host.Services.GetRequiredService<WeChatSender>().SendAsync($"op_{n}", said, default));
        Assert.Equal(SendOutcome.Sent, await host.Services.GetRequiredService<WeComSender>().SendAsync($"u{n}", said, default));
        Assert.Equal(200, (await told).Status);
    }
}

/// <summary>Without a store a process is on its own.</summary>
public sealed class UnsharedTokenTests
{
    [Fact]
    public async Task Where_nothing_can_be_kept_a_process_fetches_one_token_for_itself()
    {
        await using var service = await ServiceStandIn.StartAsync();
        using var folder = new DataFolder();
        var file = Path.Combine(folder.Path, "no-folder");
        await File.WriteAllTextAsync(file, "");
        var host = new BotHost([$"--WeChat:Token={Account.Token}", "--WeChat:AppId=wx1", "--WeChat:AppSecret=s", $"--WeChat:ApiBaseUrl={service.Address}", $"--Storage:Folder={file}/data"]);
        await host.InitializeAsync();
        var sender = host.Services.GetRequiredService<WeChatSender>();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 8).Select(n => sender.SendAsync($"op_{n}", new Said("答", ""), default))), outcome => Assert.Equal(SendOutcome.Sent, outcome));
        Assert.Equal(1, service.Issued);
        await host.DisposeAsync();
    }
}

public sealed class SqliteSharedTokenTests : SharedTokenContract, IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    private protected override Task<string> StorageAsync() => Task.FromResult($"--Storage:Folder={folder.Path}");
}

[Collection(PostgresTests.Name)]
public sealed class PostgresSharedTokenTests(PostgresServer server) : SharedTokenContract
{
    private protected override async Task<string> StorageAsync() => $"--Storage:ConnectionString={await server.CreateDatabaseAsync()}";
}
