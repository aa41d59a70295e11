using System.Net;
using Bot.Tests.Pages.Support;

namespace Bot.Tests.Pages;

[Collection(PageTests.Name)]
public sealed class PageFileTests(Site site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/calculators")]
    [InlineData("/desk")]
    [InlineData("/desk/questions")]
    [InlineData("/desk/figures")]
    public async Task A_page_forbids_whatever_does_not_come_from_this_host(string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        using var reply = await client.GetAsync(new Uri(path, UriKind.Relative));
        var policy = Assert.Single(reply.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var page = await reply.Content.ReadAsStringAsync();
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_file_is_not_sent_twice_and_a_changed_one_is_asked_for()
    {
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        using var first = await client.GetAsync(new Uri("/styles/site.css", UriKind.Relative));
        Assert.True(first.Headers.CacheControl!.NoCache);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/styles/site.css");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task The_desk_is_closed_to_whoever_comes_through_a_proxy_and_says_why()
    {
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };
        using var reply = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Contains("工作台没有对外开放", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
