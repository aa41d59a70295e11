using System.Net;
using Bot.Tests.Pages.Support;
using Microsoft.AspNetCore.Builder;

namespace Bot.Tests.Pages;

[Collection(PageTests.Name)]
public sealed class SignInTests(Site site) : IAsyncLifetime
{
    private const string Secret = "一个很长的口令 with spaces";
    private readonly string folder = Directory.CreateTempSubdirectory("sign-in-").FullName;
    private WebApplication? app;

    private string Address => app!.Urls.First();

    public async Task InitializeAsync() => app = await Site.StartAsync(folder, $"--Desk:Secret={Secret}");

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Whoever_knows_the_secret_gets_in_and_out(int width)
    {
        await using var visit = await site.VisitAsync(width, Address);
        await visit.OpenAsync("/desk/questions");
        Assert.Contains("/desk/sign-in", visit.Page.Url, StringComparison.Ordinal);
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("sign-in");
        visit.Expected.Add("status of 401");
        await visit.Page.FillAsync("#secret", "falsch");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("#wrong:visible").WaitForAsync();
        await visit.Page.FillAsync("#secret", Secret);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Microsoft.Playwright.Assertions.Expect(visit.Page).ToHaveURLAsync(Address + "/desk", new() { Timeout = 30_000 });
        await visit.Page.GetByText("退出登录").WaitForAsync();
        var cookie = Assert.Single(await visit.Page.Context.CookiesAsync());
        Assert.True(cookie.HttpOnly);
        Assert.Equal(Microsoft.Playwright.SameSiteAttribute.Strict, cookie.SameSite);
        await visit.Page.GetByText("退出登录").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(visit.Page).ToHaveURLAsync(Address + "/desk/sign-in", new() { Timeout = 30_000 });
        await visit.OpenAsync("/desk");
        Assert.Contains("/desk/sign-in", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_or_foreign_cookie_opens_nothing()
    {
        using var client = Client();
        var good = await SignInAsync(client);
        Assert.Equal(HttpStatusCode.OK, (await QuestionsAsync(client, good)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await QuestionsAsync(client, null)).StatusCode);
        for (var i = 0; i < good.Length; i += 7)
        {
            var forged = good[..i] + (good[i] == 'A' ? 'B' : 'A') + good[(i + 1)..];
            Assert.Equal(HttpStatusCode.Unauthorized, (await QuestionsAsync(client, forged)).StatusCode);
        }
    }

    [Fact]
    public async Task Guessing_is_slowed_down_and_a_form_on_another_site_is_refused()
    {
        using var client = Client();
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/desk/sign-in") { Content = Form(Secret), Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(foreign)).StatusCode);
        for (var i = 0; i < 10; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync(new Uri("/desk/sign-in", UriKind.Relative), Form($"guess {i}"))).StatusCode);
        var limited = await client.PostAsync(new Uri("/desk/sign-in", UriKind.Relative), Form(Secret));
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.NotNull(limited.Headers.RetryAfter);
    }

    private HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };

    private static FormUrlEncodedContent Form(string secret) => new([new("secret", secret), new("next", "https://elsewhere.example/")]);

    private static async Task<string> SignInAsync(HttpClient client)
    {
        var reply = await client.PostAsync(new Uri("/desk/sign-in", UriKind.Relative), Form(Secret));
        Assert.Equal("/desk", reply.Headers.Location?.ToString());
        return Assert.Single(reply.Headers.GetValues("Set-Cookie")).Split(';')[0]["desk=".Length..];
    }

    private static async Task<HttpResponseMessage> QuestionsAsync(HttpClient client, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/desk/questions");
        if (cookie is not null) request.Headers.Add("Cookie", $"desk={cookie}");
        return await client.SendAsync(request);
    }
}
