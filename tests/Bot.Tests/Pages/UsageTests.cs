using System.Net.Http.Json;
using Bot.Store;
using Bot.Store.Records;
using Bot.Tests.Pages.Support;
using Bot.Tests.Store.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bot.Tests.Pages;

/// <summary>The office's figures: what the page shows is what was recorded.</summary>
[Collection(PageTests.Name)]
public sealed class UsageTests(Site site)
{
    private static readonly (string Kind, int Share)[] Mix = [("award", 9), ("clause", 7), ("summary", 2), ("clarify", 4), ("refuse", 2), ("smalltalk", 1)];
    private static readonly (string Channel, int Share)[] Doors = [("api", 6), ("wechat", 4), ("activity:msteams", 2), ("wecom", 1)];

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_office_sees_how_much_was_asked_and_how_well_it_was_answered(int width)
    {
        var folder = Directory.CreateTempSubdirectory("usage-").FullName;
        await using (var app = await Site.StartAsync(folder))
        {
            var (asked, refused, talk) = await FillAsync(app);
            using (var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) })
            using (var reply = await client.PostAsJsonAsync("/api/ask", new { text = "第七条写了什么？" }))
                asked += reply.IsSuccessStatusCode ? 1 : throw new InvalidOperationException("It was not answered.");
            await using var visit = await site.VisitAsync(width, app.Urls.First());
            await visit.OpenAsync("/desk");
            await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "使用情况" }).ClickAsync();
            var tiles = visit.Page.Locator(".tiles .card");
            await Assertions.Expect(tiles.Nth(0).Locator(".tile-number")).ToHaveTextAsync($"{asked:N0}次");
            await Assertions.Expect(tiles.Nth(1).Locator(".tile-number")).ToHaveTextAsync($"{100m * refused / (asked - talk):0.0}%");
            await Assertions.Expect(tiles.Nth(2)).ToContainTextAsync("5 次评价，没帮助 1 次");
            await Assertions.Expect(tiles.Nth(3)).ToContainTextAsync("99% 不超过");
            await Assertions.Expect(visit.Page.Locator(".fine")).ToContainTextAsync("重启后重新计");
            await Assertions.Expect(visit.Page.Locator(".shared").Nth(1)).ToContainTextAsync("微信公众号");
            await visit.AssertFitsAsync();
            await visit.AssertAccessibleAsync();
            await visit.PictureAsync("desk-figures");

            await visit.Page.GetByText("逐日数字", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
            await Assertions.Expect(visit.Page.Locator(".numbers tbody tr")).ToHaveCountAsync(30);
            await visit.AssertFitsAsync();
            await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "近 7 天" }).ClickAsync();
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "近 7 天" })).ToHaveAttributeAsync("aria-pressed", "true");
            await visit.Page.GetByText("逐日数字", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
            await Assertions.Expect(visit.Page.Locator(".numbers tbody tr")).ToHaveCountAsync(7);
            await visit.AssertAccessibleAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Without_records_and_without_a_store_the_page_says_so()
    {
        // A file where the folder should be: nothing can be created there, not even by root.
        var file = Path.GetTempFileName();
        await using (var app = await Site.StartAsync($"{file}/data"))
        {
            await using var visit = await site.VisitAsync(390, app.Urls.First());
            await visit.OpenAsync("/desk/figures");
            await Assertions.Expect(visit.Page.Locator("#figures .note.error")).ToContainTextAsync("暂时读不到");
            await Assertions.Expect(visit.Page.Locator(".shared").First).ToContainTextAsync("没有提问");
            await visit.AssertFitsAsync();
            await visit.AssertAccessibleAsync();
        }

        File.Delete(file);
    }

    [Theory]
    [InlineData("/api/desk/usage?days=0", 400)]
    [InlineData("/api/desk/usage?days=181", 400)]
    [InlineData("/api/desk/usage?days=x", 400)]
    [InlineData("/api/desk/usage?days=1&days=2", 400)]
    [InlineData("/api/desk/usage?days=180", 200)]
    public async Task The_call_takes_one_to_180_days(string path, int status)
    {
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        using var reply = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, (int)reply.StatusCode);
        if (status == 400) Assert.Contains("\"field\":\"days\"", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Forwarded-For", "192.0.2.1" } } };
        using var refused = await client.SendAsync(foreign);
        Assert.Equal(403, (int)refused.StatusCode);
    }

    // A month of an office's talk: busy on working days, quiet at weekends.
    private static async Task<(int Asked, int Refused, int Talk)> FillAsync(WebApplication app)
    {
        var store = app.Services.GetRequiredService<IStore>();
        var (now, random, saves) = (TimeProvider.System.GetUtcNow(), new Random(7), new List<Task>());
        var (asked, refused, talk) = (0, 0, 0);
        for (var day = 0; day < 29; day++)
        {
            var at = now.AddDays(-day);
            var many = at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? random.Next(3, 9) : random.Next(25, 60);
            for (var i = 0; i < many; i++)
            {
                var (kind, channel, id) = (Pick(Mix, random), Pick(Doors, random), $"a{day}-{i}");
                (asked, refused, talk) = (asked + 1, refused + (kind == "refuse" ? 1 : 0), talk + (kind == "smalltalk" ? 1 : 0));
                saves.Add(store.SaveTurnAsync(
                    new AnswerRecord(id, channel, "c", at, DateOnly.FromDateTime(at.Date), kind, "问", "{}", "v", "[]"), new ConversationRecord(channel, "c", "{}", at), default));
            }
        }

        await Task.WhenAll(saves);
        for (var i = 0; i < 5; i++) await store.AddFeedbackAsync($"a{i}-0", i > 0, null, default);
        return (asked, refused, talk);
    }

    private static string Pick((string Name, int Share)[] among, Random random)
    {
        var at = random.Next(among.Sum(a => a.Share));
        foreach (var (name, share) in among)
        {
            at -= share;
            if (at < 0) return name;
        }

        throw new InvalidOperationException("The shares add up.");
    }
}
