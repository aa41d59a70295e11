using Bot.Tests.Pages.Support;

namespace Bot.Tests.Pages.Oidc;

/// <summary>With a real browser, whose rules for cookies between sites no other client has.</summary>
[Collection(PageTests.Name)]
public sealed class OidcBrowserTests(Site site)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_link_leads_through_the_provider_on_another_site_to_the_page_that_was_asked_for(int width)
    {
        await using var desk = await Desk.StartAsync("--Desk:Oidc:AllowedUsers=u-1001");
        await using var visit = await site.VisitAsync(width, desk.Address);
        visit.Elsewhere = desk.Provider.Address;
        desk.Provider.EndSession = desk.Provider.Address + "/end-session?tenant=1";
        await visit.OpenAsync("/desk/questions");
        Assert.Contains("/desk/sign-in?next=", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator("#secret:visible").CountAsync());
        await visit.AssertAccessibleAsync();
        await visit.AssertFitsAsync();
        await visit.Page.GetByText("使用单位账号登录").ClickAsync();
        await visit.Page.GetByText("退出登录").WaitForAsync();
        Assert.EndsWith("/desk/questions", visit.Page.Url, StringComparison.Ordinal);
        Assert.Contains(visit.Requests, request => request.StartsWith(desk.Provider.Address, StringComparison.Ordinal));
        var cookie = Assert.Single(await visit.Page.Context.CookiesAsync());
        Assert.Equal(("desk", true, Microsoft.Playwright.SameSiteAttribute.Strict), (cookie.Name, cookie.HttpOnly, cookie.SameSite));
        await visit.Page.GetByText("退出登录").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(visit.Page).ToHaveURLAsync(desk.Address + "/desk/sign-in", new() { Timeout = 30_000 });
        Assert.Equal((Provider.ClientId, desk.Address + "/desk/sign-in"), Assert.Single(desk.Provider.Farewells));
        Assert.Empty(await visit.Page.Context.CookiesAsync());
    }

    [Fact]
    public async Task Whoever_is_refused_is_told_so_and_led_back()
    {
        await using var desk = await Desk.StartAsync("--Desk:Oidc:AllowedUsers=somebody");
        await using var visit = await site.VisitAsync(390, desk.Address);
        visit.Elsewhere = desk.Provider.Address;
        visit.Expected.Add("status of 403");
        await visit.OpenAsync("/desk/sign-in");
        await visit.Page.GetByText("使用单位账号登录").ClickAsync();
        await visit.Page.GetByText("登录没有成功").WaitForAsync();
        await visit.AssertAccessibleAsync();
        await visit.AssertFitsAsync();
        await visit.Page.GetByText("重新登录").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(visit.Page).ToHaveURLAsync(desk.Address + "/desk/sign-in", new() { Timeout = 30_000 });
    }
}
