using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Tests.Pages.Oidc;

public sealed class OidcSignInTests
{
    private const string Allowed = "--Desk:Oidc:AllowedUsers=somebody, u-1001";

    [Fact]
    public async Task Whoever_the_provider_knows_and_the_desk_allows_gets_in_for_eight_hours()
    {
        await using var desk = await Desk.StartAsync(Allowed);
        using var browser = desk.Open();
        using var closed = await browser.StepAsync("/desk/questions");
        Assert.Equal("/desk/sign-in?next=/desk/questions", closed.Headers.Location?.ToString());
        using var page = await browser.StepAsync("/desk/sign-in");
        var form = await page.Content.ReadAsStringAsync();
        Assert.Contains("id=\"with-account\"><a", form, StringComparison.Ordinal);
        Assert.Contains("id=\"with-secret\" hidden", form, StringComparison.Ordinal);

        using var reply = await browser.FollowAsync("/desk/sign-in/oidc?next=/desk/questions");
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("0;url=/desk/questions", Assert.Single(reply.Headers.GetValues("Refresh")));
        Assert.True(reply.Headers.CacheControl!.NoStore);
        var session = Assert.Single(reply.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("desk=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.True(await browser.IsInAsync());
        using var told = await browser.StepAsync("/api/desk/session");
        Assert.Equal("oidc", JsonDocument.Parse(await told.Content.ReadAsStringAsync()).RootElement.GetProperty("mode").GetString());

        desk.Time.By = TimeSpan.FromHours(7.99);
        Assert.True(await browser.IsInAsync());
        desk.Time.By = TimeSpan.FromHours(8.01);
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task The_attempt_is_kept_in_a_short_lived_cookie_that_gives_nothing_away()
    {
        await using var desk = await Desk.StartAsync(Allowed);
        using var browser = desk.Open();
        using var there = await browser.StepAsync("/desk/sign-in/oidc");
        var cookie = Assert.Single(there.Headers.GetValues("Set-Cookie"));
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(there.Headers.Location!.Query);
        foreach (var name in new[] { "state", "nonce", "code_challenge" })
        {
            Assert.Equal(43, query[name].ToString().Length);
            Assert.DoesNotContain(query[name].ToString(), cookie, StringComparison.Ordinal);
        }

        using var back = await browser.StepAsync(there.Headers.Location.ToString());
        desk.Time.By = TimeSpan.FromMinutes(10.1);
        using var late = await browser.StepAsync(back.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
    }

    [Theory]
    [InlineData("--Desk:Oidc:AllowedUsers=LI@example.gov.cn", """{"email":"li@example.gov.cn","email_verified":true}""", true)]
    [InlineData("--Desk:Oidc:AllowedUsers:1=li@example.gov.cn", """{"email":"li@example.gov.cn","email_verified":"true"}""", true)]
    [InlineData("--Desk:Oidc:AllowedUsers=li@example.gov.cn", """{"email":"li@example.gov.cn","email_verified":false}""", false)]
    [InlineData("--Desk:Oidc:AllowedUsers=li@example.gov.cn", """{"email":"li@example.gov.cn"}""", false)]
    [InlineData("--Desk:Oidc:AllowedUsers=U-1001", "{}", false)]
    [InlineData("--Desk:Oidc:AllowedUsers=u-100", "{}", false)]
    [InlineData("--Desk:Oidc:AllowedUsers=", "{}", false)]
    [InlineData("--Desk:Oidc:AllowedClaim=groups=policy-desk", """{"groups":["all","policy-desk"]}""", true)]
    [InlineData("--Desk:Oidc:AllowedClaim=groups=policy-desk", """{"groups":"policy-desk"}""", true)]
    [InlineData("--Desk:Oidc:AllowedClaim=groups=policy-desk", """{"groups":["policy-desk-2"]}""", false)]
    [InlineData("--Desk:Oidc:AllowedClaim=groups=policy-desk", "{}", false)]
    public async Task Only_who_is_named_is_let_in(string setting, string user, bool isIn)
    {
        await using var desk = await Desk.StartAsync(setting);
        using var browser = desk.Open();
        desk.Provider.User = JsonNode.Parse(user)!.AsObject();
        desk.Provider.User["sub"] = "u-1001";
        using var reply = await browser.FollowAsync("/desk/sign-in/oidc");
        Assert.Equal(isIn ? HttpStatusCode.OK : HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Equal(isIn, await browser.IsInAsync());
    }

    [Fact]
    public async Task A_new_key_of_the_provider_is_fetched_when_it_is_first_met()
    {
        await using var desk = await Desk.StartAsync(Allowed);
        using var first = desk.Open();
        using var before = await first.FollowAsync("/desk/sign-in/oidc");
        Assert.True(await first.IsInAsync());
        desk.Provider.Rotate();
        using var second = desk.Open();
        using var after = await second.FollowAsync("/desk/sign-in/oidc");
        Assert.True(await second.IsInAsync());
    }

    [Theory]
    [InlineData("", null, false)]
    [InlineData("http://elsewhere.example/end", null, false)]
    [InlineData("/end-session?tenant=1", null, true)]
    [InlineData("/end-session?tenant=1", "cross-site", false)]
    public async Task Signing_out_ends_the_session_here_and_at_the_provider_where_it_says_how(string endSession, string? from, bool isLedOn)
    {
        await using var desk = await Desk.StartAsync(Allowed);
        desk.Provider.EndSession = endSession.StartsWith('/') ? desk.Provider.Address + endSession : endSession;
        using var browser = desk.Open();
        using var entered = await browser.FollowAsync("/desk/sign-in/oidc");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/sign-out");
        if (from is not null) request.Headers.Add("Sec-Fetch-Site", from);
        using var left = await browser.SendAsync(request);
        Assert.Equal(isLedOn ? HttpStatusCode.OK : HttpStatusCode.SeeOther, left.StatusCode);
        if (isLedOn)
        {
            var back = Uri.EscapeDataString(desk.Address + "/desk/sign-in");
            Assert.Equal($"0;url={desk.Provider.Address}/end-session?tenant=1&client_id={Provider.ClientId}&post_logout_redirect_uri={back}", Assert.Single(left.Headers.GetValues("Refresh")));
            Assert.True(left.Headers.CacheControl!.NoStore);
        }
        else
        {
            Assert.Equal("/desk/sign-in", left.Headers.Location?.ToString());
        }

        // Another site's form signs nobody out.
        Assert.Equal(from is not null, await browser.IsInAsync());
    }

    [Fact]
    public async Task Whoever_came_in_with_the_secret_is_not_led_to_the_provider()
    {
        await using var desk = await Desk.StartAsync(Allowed, "--Desk:Secret=open-sesame");
        desk.Provider.EndSession = desk.Provider.Address + "/end-session?tenant=1";
        using var browser = desk.Open();
        using var enter = new HttpRequestMessage(HttpMethod.Post, "/desk/sign-in") { Content = new FormUrlEncodedContent([new("secret", "open-sesame")]) };
        using var entered = await browser.SendAsync(enter);
        Assert.True(await browser.IsInAsync());
        using var leave = new HttpRequestMessage(HttpMethod.Post, "/desk/sign-out");
        using var left = await browser.SendAsync(leave);
        Assert.Equal("/desk/sign-in", left.Headers.Location?.ToString());
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task The_secret_and_the_account_open_the_desk_side_by_side()
    {
        await using var desk = await Desk.StartAsync(Allowed, "--Desk:Secret=open-sesame");
        using var browser = desk.Open();
        using var page = await browser.StepAsync("/desk/sign-in");
        var form = await page.Content.ReadAsStringAsync();
        Assert.Contains("id=\"with-account\"><a", form, StringComparison.Ordinal);
        Assert.Contains("id=\"with-secret\">", form, StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = new Uri(desk.Address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "open-sesame");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/desk/questions", UriKind.Relative))).StatusCode);
        using var reply = await browser.FollowAsync("/desk/sign-in/oidc");
        Assert.True(await browser.IsInAsync());
    }

    [Fact]
    public async Task A_forged_session_opens_nothing_even_where_no_secret_is_set()
    {
        await using var desk = await Desk.StartAsync(Allowed);
        using var other = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(desk.Address) };
        foreach (var cookie in new[] { SelfMade(""), SelfMade("u-1001"), "AAAA", "" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/desk/questions") { Headers = { { "Cookie", $"desk={cookie}" } } };
            using var reply = await other.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
        }
    }

    // With the key that an empty secret would give.
    private static string SelfMade(string subject)
    {
        var key = System.Security.Cryptography.HKDF.DeriveKey(System.Security.Cryptography.HashAlgorithmName.SHA256, [], 32, info: "desk session v1"u8.ToArray());
        byte[] signed = [0, 0, 0, 1, 0, 0, 0, 0, .. new byte[16], .. System.Text.Encoding.UTF8.GetBytes(subject)];
        return Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode([.. signed, .. System.Security.Cryptography.HMACSHA256.HashData(key, signed)]);
    }
}
