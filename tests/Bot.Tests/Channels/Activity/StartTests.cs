using Bot.Channels.Activity;
using Bot.Hosting;
using Bot.Tests.Channels.Activity.Support;
using Bot.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Channels.Activity;

/// <summary>The endpoint cannot be left open by accident.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("--urls=http://0.0.0.0:0")]
    [InlineData("--urls=http://*:0")]
    [InlineData("--environment=Production")]
    public async Task Without_an_app_id_the_program_does_not_start_where_others_reach_it(string setting)
    {
        var host = new BotHost([setting]);
        var fault = await Assert.ThrowsAsync<StartException>(host.InitializeAsync);
        Assert.Contains("Bot:AllowWithoutAppId", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("X-Forwarded-Host")]
    public async Task With_the_switch_it_starts_and_the_endpoint_still_answers_on_loopback_alone(string header)
    {
        var host = new BotHost(["--environment=Production", "--Bot:AllowWithoutAppId=true"]);
        await host.InitializeAsync();
        Assert.Equal(200, (await host.SendAsync(Talk.Message("你好"))).Status);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add(header, "192.0.2.1");
        (await host.SendAsync(request)).Problem(403);
        var abroad = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        abroad.Headers.Host = "example.org";
        (await host.SendAsync(abroad)).Problem(403);
        (await host.SendAsync(Talk.Message("你好").With("serviceUrl", "https://smba.trafficmanager.net/"))).Problem(403);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Messages_are_counted_by_user_and_not_by_the_channels_address()
    {
        var host = new BotHost(["--Limits:RequestsPerMinute=3"]);
        await host.InitializeAsync();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(200, (await host.SendAsync(Talk.Message("问", user: "29:a"))).Status);
            Assert.Equal(200, (await host.SendAsync(Talk.Message("问", user: "29:b"))).Status);
        }

        var refused = await host.SendAsync(Talk.Message("问", user: "29:a"));
        refused.Problem(429);
        Assert.Contains("Retry-After", refused.Headers.Keys);
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("https://api.botframework.us", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    [InlineData("https://api.botframework.azure.cn", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration", "https://login.partner.microsoftonline.cn/microsoftservices.partner.onmschina.cn/oauth2/v2.0/token", "https://api.botframework.azure.cn/.default")]
    [InlineData("", "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    public void A_cloud_is_chosen_by_its_issuer(string issuer, string metadata, string tokens, string scope)
    {
        var options = Read(("ToBotFromChannelTokenIssuer", issuer), ("MicrosoftAppId", "a"));
        Assert.Equal((metadata, tokens, scope), (options.ChannelMetadata.ToString(), options.TokenEndpoint.ToString(), options.TokenScope));
    }

    [Theory]
    [InlineData("MicrosoftAppType", "UserAssignedMSI")]
    [InlineData("MicrosoftAppType", "SingleTenant")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "http://example.org/keys")]
    [InlineData("ToChannelFromBotLoginUrl", "http://example.org")]
    [InlineData("Bot:OutboxHours", "0")]
    [InlineData("Bot:PublicUrl", "ftp://x")]
    public void A_wrong_setting_is_named_at_start(string name, string value) =>
        Assert.Contains(name, Assert.Throws<StartException>(() => Read(("MicrosoftAppId", "a"), (name, value))).Message, StringComparison.Ordinal);

    private static ActivityOptions Read(params (string Name, string Value)[] settings) =>
        ActivityOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());
}
