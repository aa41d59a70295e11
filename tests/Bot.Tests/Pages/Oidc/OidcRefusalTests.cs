using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Tests.Pages.Oidc;

public sealed class OidcRefusalTests : IAsyncLifetime
{
    private Desk desk = null!;

    public async Task InitializeAsync() => desk = await Desk.StartAsync("--Desk:Oidc:AllowedUsers=u-1001");

    public async Task DisposeAsync() => await desk.DisposeAsync();

    public static TheoryData<string, bool> Tokens => new()
    {
        { "right", true },
        { "wrong nonce", false },
        { "no nonce", false },
        { "wrong audience", false },
        { "several audiences, made for us", true },
        { "several audiences, made for another", false },
        { "several audiences, made for nobody", false },
        { "wrong issuer", false },
        { "no issuer", false },
        { "expired within the skew", true },
        { "expired", false },
        { "without an end", false },
        { "not yet valid, within the skew", true },
        { "not yet valid", false },
        { "no subject", false },
        { "another user", false },
        { "alg none", false },
        { "HS256 with the public key", false },
        { "RS512", false },
        { "signed with another key under the same name", false },
        { "signed with an unknown key", false },
        { "altered after signing", false },
        { "no token at all", false },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task A_token_opens_the_desk_only_where_all_of_it_is_right(string name, bool isIn)
    {
        Prepare(name);
        using var browser = desk.Open();
        using var reply = await browser.FollowAsync("/desk/sign-in/oidc");
        Assert.Equal(isIn ? HttpStatusCode.OK : HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Equal(isIn, await browser.IsInAsync());
        if (isIn) return;
        var page = await reply.Content.ReadAsStringAsync();
        Assert.Contains("id=\"refused\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("IDX", page, StringComparison.Ordinal);
    }

    private void Prepare(string name)
    {
        var provider = desk.Provider;
        var now = desk.Time.GetUtcNow().ToUnixTimeSeconds();
        provider.Spoil = claims =>
        {
            switch (name)
            {
                case "wrong nonce": claims["nonce"] = "another"; break;
                case "no nonce": claims.Remove("nonce"); break;
                case "wrong audience": claims["aud"] = "another"; break;
                case "several audiences, made for us": claims["aud"] = new JsonArray("desk", "another"); claims["azp"] = "desk"; break;
                case "several audiences, made for another": claims["aud"] = new JsonArray("desk", "another"); claims["azp"] = "another"; break;
                case "several audiences, made for nobody": claims["aud"] = new JsonArray("desk", "another"); break;
                case "wrong issuer": claims["iss"] = "https://elsewhere.example"; break;
                case "no issuer": claims.Remove("iss"); break;
                case "expired within the skew": claims["exp"] = now - 240; break;
                case "expired": claims["exp"] = now - 330; break;
                case "without an end": claims.Remove("exp"); break;
                case "not yet valid, within the skew": claims["nbf"] = now + 240; break;
                case "not yet valid": claims["nbf"] = now + 330; claims["exp"] = now + 600; break;
                case "no subject": claims.Remove("sub"); break;
                case "another user": claims["sub"] = "u-1002"; break;
            }
        };
        var (key, sign) = (provider.Key, provider.Sign);
        provider.Sign = name switch
        {
            "alg none" => claims => Provider.Token(claims, null),
            "HS256 with the public key" => claims => Provider.Token(claims, new SigningCredentials(new SymmetricSecurityKey(Encoding.ASCII.GetBytes(key.Rsa.ExportSubjectPublicKeyInfoPem())) { KeyId = key.KeyId }, SecurityAlgorithms.HmacSha256)),
            "RS512" => claims => Provider.Token(claims, new SigningCredentials(key, SecurityAlgorithms.RsaSha512)),
            "signed with another key under the same name" => claims => Provider.Token(claims, Another(key.KeyId)),
            "signed with an unknown key" => claims => Provider.Token(claims, Another("nobody's")),
            "altered after signing" => claims => Altered(sign(claims)),
            "no token at all" => _ => "abc",
            _ => sign,
        };
    }

    private static SigningCredentials Another(string name) => new(new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = name }, SecurityAlgorithms.RsaSha256);

    private static string Altered(string token)
    {
        var parts = token.Split('.');
        parts[1] = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("li@example", "xi@example", StringComparison.Ordinal));
        return string.Join('.', parts);
    }

    [Fact]
    public async Task A_callback_needs_the_state_and_the_cookie_of_the_browser_that_began()
    {
        using var browser = desk.Open();
        var back = await browser.ComeBackAsync();
        using var victim = desk.Open();
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
        desk.Provider.IsLax = isLax;
        using var browser = desk.Open();
        var back = await browser.ComeBackAsync();
        var attempt = browser.Cookies.GetCookies(new Uri(back))["desk-oidc"]!.Value;
        using var reply = await browser.StepAsync(back);
        Assert.True(await browser.IsInAsync());
        Assert.Null(browser.Cookies.GetCookies(new Uri(back))["desk-oidc"]);
        using var thief = desk.Open();
        thief.Cookies.Add(new Cookie("desk-oidc", attempt, "/", "127.0.0.1"));
        await RefusedAsync(thief, back);
    }

    [Fact]
    public async Task What_the_provider_refuses_and_an_issuer_that_is_another_let_nobody_in()
    {
        using var browser = desk.Open();
        var back = await browser.ComeBackAsync();
        await RefusedAsync(browser, back.Replace("code=", "error=access_denied&none=", StringComparison.Ordinal));
        await RefusedAsync(browser, (await browser.ComeBackAsync()).Replace("code=", "code=x", StringComparison.Ordinal));
        await RefusedAsync(browser, await browser.ComeBackAsync() + "&iss=https%3A%2F%2Felsewhere.example");
    }

    [Theory]
    [InlineData("/desk/questions", "/desk/questions")]
    [InlineData("https://elsewhere.example/", "/desk")]
    [InlineData("//elsewhere.example", "/desk")]
    [InlineData("/\\elsewhere.example", "/desk")]
    [InlineData("/desk/../api", "/desk")]
    [InlineData("/desk@elsewhere.example", "/desk")]
    [InlineData("/desk\r\nX: y", "/desk")]
    public async Task Signing_in_leads_to_the_desk_and_nowhere_else(string next, string page)
    {
        using var browser = desk.Open();
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
        desk.Provider.TokenStatus = status;
        using var browser = desk.Open();
        await UnavailableAsync(browser, await browser.ComeBackAsync());
    }

    [Fact]
    public async Task A_provider_that_is_down_is_said_to_be_out_of_order()
    {
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
        using var browser = desk.Open();
        using var good = await browser.FollowAsync("/desk/sign-in/oidc");
        Prepare("wrong audience");
        using var bad = await browser.FollowAsync("/desk/sign-in/oidc");
        Assert.Contains(desk.Log, line => line == "A sign-in with an account was refused: SecurityTokenInvalidAudienceException.");
        Assert.Equal(2, desk.Provider.Given.Count);
        var secrets = desk.Provider.Given.SelectMany(token => token.Split('.')).Append(Provider.ClientSecret).Append("u-1001").Append("li@example");
        foreach (var secret in secrets) Assert.DoesNotContain(desk.Log, line => line.Contains(secret, StringComparison.Ordinal));
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
