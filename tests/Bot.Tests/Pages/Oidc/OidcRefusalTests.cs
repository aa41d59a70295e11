using System.Net;

namespace Bot.Tests.Pages.Oidc;

public sealed class OidcRefusalTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private Desk Desk => shared.Desk;

    [Fact]
    public async Task A_callback_needs_the_state_and_the_cookie_of_the_browser_that_began()
    {
        using var browser = Desk.Open();
        var back = await browser.ComeBackAsync();
        using var victim = Desk.Open();
        await RefusedAsync(victim, back);
        await victim.ComeBackAsync();
        await RefusedAsync(victim, back);
        await RefusedAsync(browser, back + "x");
        await RefusedAsync(browser, back.Replace("state=", "other=", StringComparison.Ordinal));
        await RefusedAsync(browser, back + "&state=" + new string('A', 43));
        await RefusedAsync(browser, "/desk/sign-in/callback");
        // None of these spoiled what the browser itself began.
        using var reply = await browser.StepAsync(back);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_callback_works_once_even_where_the_provider_takes_a_code_twice(bool isLax)
    {
        Desk.Provider.IsLax = isLax;
        using var browser = Desk.Open();
        var back = await browser.ComeBackAsync();
        var attempt = browser.Cookies.GetCookies(new Uri(back))["desk-oidc"]!.Value;
        using var reply = await browser.StepAsync(back);
        Assert.True(await browser.IsInAsync());
        Assert.Null(browser.Cookies.GetCookies(new Uri(back))["desk-oidc"]);
        using var thief = Desk.Open();
        thief.Cookies.Add(new Cookie("desk-oidc", attempt, "/", "127.0.0.1"));
        await RefusedAsync(thief, back);
    }

    [Fact]
    public async Task What_the_provider_refuses_and_an_issuer_that_is_another_let_nobody_in()
    {
        using var browser = Desk.Open();
        var back = await browser.ComeBackAsync();
        await RefusedAsync(browser, back.Replace("code=", "error=access_denied&none=", StringComparison.Ordinal));
        await RefusedAsync(browser, (await browser.ComeBackAsync()).Replace("code=", "code=x", StringComparison.Ordinal));
        await RefusedAsync(browser, await browser.ComeBackAsync() + "&iss=https%3A%2F%2Felsewhere.example");
    }

    [Theory]
    [InlineData("/desk/questions", "/desk/questions")]
    [InlineData("/desk/figures", "/desk/figures")]
    [InlineData("https://elsewhere.example/", "/desk")]
    [InlineData("//elsewhere.example", "/desk")]
    [InlineData("/\\elsewhere.example", "/desk")]
    [InlineData("/desk/../api", "/desk")]
    [InlineData("/desk@elsewhere.example", "/desk")]
    [InlineData("/desk\r\nX: y", "/desk")]
    public async Task Signing_in_leads_to_the_desk_and_nowhere_else(string next, string page)
    {
        using var browser = Desk.Open();
        using var reply = await browser.StepAsync(await browser.ComeBackAsync(next));
        Assert.Equal($"0;url={page}", Assert.Single(reply.Headers.GetValues("Refresh")));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    [InlineData(204)]
    [InlineData(302)]
    public async Task A_provider_that_gives_no_token_is_said_to_be_out_of_order(int status)
    {
        Desk.Provider.TokenStatus = status;
        using var browser = Desk.Open();
        await UnavailableAsync(browser, await browser.ComeBackAsync());
        Desk.Provider.TokenStatus = 0;
    }

    [Fact]
    public async Task A_provider_that_is_down_is_said_to_be_out_of_order()
    {
        await using var desk = await Oidc.Desk.StartAsync();
        using var browser = desk.Open();
        var back = await browser.ComeBackAsync();
        await desk.Provider.DisposeAsync();
        await UnavailableAsync(browser, back);
        desk.Time.By = TimeSpan.FromHours(13);
        await UnavailableAsync(browser, "/desk/sign-in/oidc");
    }

    [Fact]
    public async Task Nothing_of_tokens_or_users_is_logged()
    {
        using var browser = Desk.Open();
        using var good = await browser.FollowAsync("/desk/sign-in/oidc");
        Desk.Provider.Spoil = claims => claims["aud"] = "another";
        using var bad = await browser.FollowAsync("/desk/sign-in/oidc");
        Desk.Provider.Spoil = _ => { };
        Assert.Contains(Desk.Log, line => line == "A sign-in with an account was refused: SecurityTokenInvalidAudienceException.");
        Assert.True(Desk.Provider.Given.Count >= 2);
        var secrets = Desk.Provider.Given.SelectMany(token => token.Split('.')).Append(Provider.ClientSecret).Append("u-1001").Append("li@example");
        foreach (var secret in secrets) Assert.DoesNotContain(Desk.Log, line => line.Contains(secret, StringComparison.Ordinal));
    }

    private static async Task RefusedAsync(Browser browser, string address)
    {
        using var reply = await browser.StepAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.False(await browser.IsInAsync());
    }

    private static async Task UnavailableAsync(Browser browser, string address)
    {
        using var reply = await browser.StepAsync(address);
        Assert.Equal(HttpStatusCode.BadGateway, reply.StatusCode);
        Assert.Contains("id=\"unavailable\">", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(await browser.IsInAsync());
    }
}
