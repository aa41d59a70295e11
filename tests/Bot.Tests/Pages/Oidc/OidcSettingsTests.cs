using System.Net;
using Bot.Hosting;

namespace Bot.Tests.Pages.Oidc;

public sealed class OidcSettingsTests
{
    private static readonly string[] Good = ["--Desk:Oidc:Authority=https://login.example.gov.cn", "--Desk:Oidc:ClientId=desk", "--Desk:Oidc:ClientSecret=s"];

    [Theory]
    [InlineData("Desk:Oidc:Authority", "")]
    [InlineData("Desk:Oidc:Authority", "http://login.example.gov.cn")]
    [InlineData("Desk:Oidc:Authority", "login.example.gov.cn")]
    [InlineData("Desk:Oidc:Authority", "https://login.example.gov.cn/?a=1")]
    [InlineData("Desk:Oidc:Authority", "file:///etc/passwd")]
    [InlineData("Desk:Oidc:ClientId", "")]
    [InlineData("Desk:Oidc:ClientSecret", " ")]
    [InlineData("Desk:Oidc:AllowedClaim", "groups")]
    [InlineData("Desk:Oidc:AllowedClaim", "=desk")]
    [InlineData("Desk:Oidc:AllowedClaim", "groups=")]
    [InlineData("Desk:Oidc:AllowedClaim", "email=li@example.gov.cn")]
    public void A_wrong_setting_stops_the_start_with_one_line_that_names_it(string name, string value)
    {
        var fault = Assert.Throws<StartException>(() => BotApp.Build([.. Good, $"--{name}={value}"], Parts.Default));
        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public async Task With_a_provider_the_desk_is_no_longer_open_on_loopback_and_an_empty_list_is_said_at_start()
    {
        await using var desk = await Desk.StartAsync();
        Assert.Contains(desk.Log, line => line.Contains("nobody can sign in", StringComparison.Ordinal));
        using var browser = desk.Open();
        using var api = await browser.StepAsync("/api/desk/questions");
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Empty(api.Headers.WwwAuthenticate);
        using var reply = await browser.FollowAsync("/desk/sign-in/oidc");
        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
    }

    [Fact]
    public async Task An_issuer_that_is_not_the_authority_is_not_asked()
    {
        // The same provider under its other name.
        await using var desk = await Desk.StartAsync();
        await using var other = await Desk.StartAsync($"--Desk:Oidc:Authority={desk.Provider.Address.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)}");
        using var browser = other.Open();
        using var reply = await browser.StepAsync("/desk/sign-in/oidc");
        Assert.Equal(HttpStatusCode.BadGateway, reply.StatusCode);
    }

    [Fact]
    public async Task Sixty_attempts_within_five_minutes_are_enough()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = desk.Open();
        for (var i = 0; i < 60; i++) (await browser.StepAsync("/desk/sign-in/oidc")).Dispose();
        using var reply = await browser.StepAsync("/desk/sign-in/oidc");
        Assert.Equal(HttpStatusCode.TooManyRequests, reply.StatusCode);
        Assert.NotNull(reply.Headers.RetryAfter);
    }
}
