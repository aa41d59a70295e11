using System.Text.Json;
using Bot.Tests.Channels.DirectLine.Support;
using Bot.Tests.Pages.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>npm's botframework-webchat in a real browser against our own Direct Line.</summary>
[Collection(PageTests.Name)]
public sealed class WebChatTests(Site site) : IAsyncLifetime
{
    private const string Service = "服务了12家本地企业，合同执行1200万元，有奖励吗？";
    private readonly string folder = Directory.CreateTempSubdirectory("web-chat-").FullName;
    private WebApplication app = null!;

    public async Task InitializeAsync() => app = await Site.StartAsync(folder, builder => builder.Services.AddSingleton<IStartupFilter, WebChatPage>());

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task It_shows_the_award_its_citation_and_the_clause_behind_it()
    {
        await using var visit = await site.VisitAsync(640, app.Urls.First());
        await visit.OpenAsync(WebChatPage.Path);
        var award = await SayAsync(visit, Service);
        await Assertions.Expect(award.Locator(".ac-adaptiveCard")).ToContainTextAsync("24万元");
        await Assertions.Expect(award).ToContainTextAsync("1 条引用");
        // The list is there before the fonts and the card have found their places.
        await Assertions.Expect(Button(award, "看这一条的原文")).ToBeInViewportAsync();
        await visit.PictureAsync("web-chat");

        await award.Locator(".webchat__link-definitions__list").GetByRole(AriaRole.Button).ClickAsync();
        var clause = visit.Page.Locator("dialog[open]");
        await Assertions.Expect(clause).ToContainTextAsync("引用：「对年度服务本地企业达到10家（含）以上且");
        await Assertions.Expect(clause).ToContainTextAsync("全面提升企业研发、生产、销售、管理和服务的数字化水平");
        await Assertions.Expect(clause).Not.ToContainTextAsync("AdaptiveCard");
        await visit.PictureAsync("web-chat-clause");
        await visit.Page.Keyboard.PressAsync("Escape");

        // A button without words of its own is not echoed.
        var details = await AfterAsync(visit, () => Button(award, "详情").ClickAsync(), messages: 1);
        await Assertions.Expect(details).ToContainTextAsync("市级财政");
        await Assertions.Expect(Button(details, "看这一条的原文")).ToBeInViewportAsync();
        await visit.PictureAsync("web-chat-details");
    }

    [Fact]
    public async Task A_follow_up_is_taken_from_the_card_and_from_the_suggested_actions()
    {
        await using var visit = await site.VisitAsync(390, app.Urls.First());
        await visit.OpenAsync(WebChatPage.Path);
        var award = await SayAsync(visit, Service);
        var validity = await AfterAsync(visit, () => Button(award, "这个政策现在还有效吗？").ClickAsync());
        await Assertions.Expect(validity).ToContainTextAsync("2024年4月24日");
        var suggested = visit.Page.Locator(".webchat__suggested-actions").GetByRole(AriaRole.Button).First;
        await suggested.WaitForAsync();
        var next = await AfterAsync(visit, () => suggested.ClickAsync());
        await Assertions.Expect(next).ToContainTextAsync("1 条引用");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_thumb_becomes_feedback_on_the_answer_above_it(int thumb, bool helpful)
    {
        await using var visit = await site.VisitAsync(390, app.Urls.First());
        var answers = new List<string>();
        visit.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => answers.AddRange(AnswerIds(frame.Text));
        await visit.OpenAsync(WebChatPage.Path);
        var award = await SayAsync(visit, Service);
        await award.Locator(".webchat__thumb-button").Nth(thumb).ClickAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var feedback = "";
        for (var i = 0; i < 150 && !feedback.Contains("helpful", StringComparison.Ordinal); i++)
        {
            await Task.Delay(200);
            feedback = await http.GetStringAsync(new Uri($"/api/feedback?answerId={Assert.Single(answers)}", UriKind.Relative));
        }

        using var json = JsonDocument.Parse(feedback);
        Assert.Equal(helpful, Assert.Single(json.RootElement.GetProperty("feedback").EnumerateArray()).GetProperty("helpful").GetBoolean());
    }

    private static ILocator Button(ILocator within, string name) => within.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true });

    private static Task<ILocator> SayAsync(Visit visit, string text) => AfterAsync(visit, async () =>
    {
        await visit.Page.Locator(".webchat__send-box-text-box__input").FillAsync(text);
        await visit.Page.Keyboard.PressAsync("Enter");
    });

    // What was said is echoed, and then answered: the second message from now on.
    private static async Task<ILocator> AfterAsync(Visit visit, Func<Task> act, int messages = 2)
    {
        var said = visit.Page.GetByRole(AriaRole.Feed).Locator("article.webchat__basic-transcript__activity");
        await said.First.WaitForAsync();
        var before = await said.CountAsync();
        await act();
        await said.Nth(before + messages - 1).WaitForAsync();
        return said.Nth(before + messages - 1);
    }

    private static IEnumerable<string> AnswerIds(string? frame)
    {
        if (string.IsNullOrEmpty(frame)) return [];
        using var set = JsonDocument.Parse(frame);
        return [.. set.RootElement.GetProperty("activities").EnumerateArray()
            .Select(a => a.TryGetProperty("channelData", out var data) && data.TryGetProperty("answerId", out var id) ? id.GetString() : null).OfType<string>()];
    }
}
