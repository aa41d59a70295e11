using System.Text.Json.Nodes;
using Bot.Tests.Channels.Activity.Support;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.Activity;

/// <summary>Who may call, against a stand-in with keys of its own.</summary>
public sealed class InboundTokenTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = FixedTime.FirstOctober.GetUtcNow();
    private readonly StandIn standIn = new();
    private BotHost host = null!;

    private JsonObject Message => Talk.Message("百强").With("serviceUrl", standIn.Url);

    private Token Good => Token.OfChannel(standIn, Now, standIn.Url);

    public async Task InitializeAsync()
    {
        await standIn.InitializeAsync();
        host = new BotHost([.. standIn.Settings]);
        await host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await standIn.DisposeAsync();
    }

    [Fact]
    public async Task A_good_token_passes_whatever_the_case_of_its_scheme()
    {
        Assert.Equal(200, await StatusAsync(Good));
        Assert.Equal(200, (await host.SendAsync(Message, $"bearer {Good}")).Status);
        Assert.Equal(200, await StatusAsync(Good.With("aud", new[] { "other", StandIn.AppId })));
        Assert.Equal(200, await StatusAsync(Good.With("nbf", Seconds(4)).With("exp", Seconds(10))));
        Assert.Equal(200, await StatusAsync(Good.With("exp", Seconds(-4))));
    }

    [Fact]
    public async Task Where_no_address_of_ours_is_known_a_citation_still_has_its_definition()
    {
        var reply = await host.SendAsync(Message.With("channelId", "webchat"), $"Bearer {Good}");
        Assert.Contains("\n[1]: cite:1 \"寻府办字〔2022〕51号", reply.Json.GetProperty("activities")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_token_is_refused_and_nothing_is_processed()
    {
        var stranger = new TestKey("channel-1", null);
        var bad = new Dictionary<string, (Token Token, int Status)>
        {
            ["wrong audience"] = (Good.With("aud", "other"), 401),
            ["audiences without us"] = (Good.With("aud", new[] { "other" }), 401),
            ["no audience"] = (Good.With("aud", null), 401),
            ["wrong issuer"] = (Good.With("iss", "https://api.botframework.us"), 401),
            ["no issuer"] = (Good.With("iss", null), 401),
            ["a stranger's key with a known id"] = (Good.SignedBy(stranger), 401),
            ["unknown key id"] = (Good.WithHeader("kid", "unheard-of"), 401),
            ["missing key id"] = (Good.WithHeader("kid", null), 401),
            ["Entra's key for the channel's issuer"] = (Good.SignedBy(standIn.EntraKeys[0]).WithHeader("kid", "entra-1"), 401),
            ["expired"] = (Good.With("exp", Seconds(-6)), 401),
            ["no expiry"] = (Good.With("exp", null), 401),
            ["not yet valid"] = (Good.With("nbf", Seconds(6)), 401),
            ["expiry as a text"] = (Good.With("exp", "9999999999"), 401),
            ["no serviceurl"] = (Good.With("serviceurl", null), 401),
            ["another serviceurl"] = (Good.With("serviceurl", "https://smba.trafficmanager.net/amer/"), 401),
            ["alg none"] = (Good.WithHeader("alg", "none"), 401),
            ["HS256 with the public key"] = (Good.WithHeader("alg", "HS256"), 401),
            ["RS512"] = (Good.WithHeader("alg", "RS512"), 401),
            ["no algorithm"] = (Good.WithHeader("alg", null), 401),
            ["critical extension"] = (Good.WithHeader("crit", new[] { "x" }), 401),
        };
        foreach (var (name, (token, status)) in bad) Assert.True(status == await StatusAsync(token), name);
        (await host.SendAsync(Message)).Problem(401);
        Assert.Equal(403, (await host.SendAsync(Message.With("channelId", "slack"), $"Bearer {Good}")).Status);
        Assert.Equal(401, (await host.SendAsync(Message.With("serviceUrl", null), $"Bearer {Good}")).Status);
        Assert.Equal(401, (await host.SendAsync(Message, $"Bearer {Good}", $"Bearer {Good}")).Status);
        foreach (var header in new[] { $"Basic {Good}", Good.ToString(), "Bearer", "Bearer a.b", "Bearer a.b.c.d", $"Bearer {Good}x.y", $"Bearer {Good}, Bearer {Good}", $"Bearer {Good.ToString()[..^20]}" })
            Assert.True((await host.SendAsync(Message, header)).Status == 401, header);
        Assert.Empty((await AnswersAsync()).Answers);
        Assert.Empty(standIn.Posts);
        Assert.Empty(standIn.Logins);
    }

    [Theory]
    [InlineData("https://evil.example.org/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.org/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://smba.trafficmanager.net@evil.org/")]
    public async Task No_token_makes_us_reply_to_a_host_that_is_not_on_the_list(string serviceUrl)
    {
        var reply = await host.SendAsync(Message.With("serviceUrl", serviceUrl), $"Bearer {Good.With("serviceurl", serviceUrl)}");
        reply.Problem(403);
        Assert.Empty((await AnswersAsync()).Answers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Entra_tokens_are_for_us_from_our_tenant_or_Microsofts(bool version2)
    {
        var good = Token.OfEntra(standIn, Now, version2);
        Assert.Equal(200, await StatusAsync(good));
        Assert.Equal(200, await StatusAsync(Token.OfEntra(standIn, Now, version2, "d6d49420-f39b-4df7-a1dc-d59a935871db")));
        Assert.Equal(401, await StatusAsync(Token.OfEntra(standIn, Now, version2, "00000000-2222-3333-4444-555555555555")));
        Assert.Equal(401, await StatusAsync(good.With("tid", "d6d49420-f39b-4df7-a1dc-d59a935871db")));
        Assert.Equal(401, await StatusAsync(good.With("tid", null)));
        Assert.Equal(403, await StatusAsync(good.With(version2 ? "azp" : "appid", "somebody-else")));
        Assert.Equal(401, await StatusAsync(good.With("ver", version2 ? "1.0" : "2.0")));
        Assert.Equal(401, await StatusAsync(good.SignedBy(standIn.ChannelKeys[0]).WithHeader("kid", "channel-1")));
        Assert.Equal(401, await StatusAsync(good.With("iss", $"https://login.microsoftonline.us/{StandIn.Tenant}/v2.0")));
    }

    [Fact]
    public async Task A_rotation_of_keys_loses_no_message()
    {
        Assert.Equal(200, await StatusAsync(Good));
        standIn.ChannelKeys[0] = new TestKey("channel-2", null);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => StatusAsync(Good)));
        Assert.All(statuses, status => Assert.Equal(200, status));
        Assert.Equal(2, standIn.KeyFetches);
        Assert.Equal(401, await StatusAsync(Good.WithHeader("kid", "made-up")));
        Assert.Equal(2, standIn.KeyFetches);
    }

    private static long Seconds(int minutes) => Now.AddMinutes(minutes).ToUnixTimeSeconds();

    private async Task<int> StatusAsync(Token token) =>
        (await host.SendAsync(Talk.Message("百强").With("serviceUrl", standIn.Url), $"Bearer {token}")).Status;

    private async Task<Bot.Store.Records.AnswerPage> AnswersAsync()
    {
        var store = (Bot.Store.IStore)host.Services.GetService(typeof(Bot.Store.IStore))!;
        return await store.AnswersAsync(new Bot.Store.Records.AnswerFilter(), default);
    }
}
