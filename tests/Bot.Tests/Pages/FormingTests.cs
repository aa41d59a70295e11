using Bot.Hosting;
using Bot.Tests.LanguageModel.Support;
using Bot.Tests.Pages.Support;
using Bot.Tests.Support;
using Calculators.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Bot.Tests.Pages;

/// <summary>The chat page while a model words an answer: checked sentences first, then the answer in their place.</summary>
[Collection(PageTests.Name)]
public sealed class FormingTests(Site site, ModelStandIn model) : IClassFixture<ModelStandIn>, IAsyncLifetime
{
    private const string Question = "总结一下第七条";
    private const string Sentence = "对于数字经济股权基金投资：{quote:1}。";
    private readonly string folder = Directory.CreateTempSubdirectory("forming-").FullName;
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        var time = new VirtualTime(FixedTime.FirstOctober.GetUtcNow());
        app = BotApp.Build(
            ["--urls", "http://127.0.0.1:0", $"--Storage:Folder={folder}", "--Limits:RequestsPerMinute=0", .. Paced.Settings(model)],
            new Parts(Catalogue.Default, time), new DateOnly(2025, 11, 20));
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("企业保证给予奖励。", false)]
    public async Task A_checked_sentence_is_seen_before_the_end_and_the_answer_takes_its_place(string more, bool holds)
    {
        await using var visit = await site.VisitAsync(390, app.Urls.First());
        await visit.OpenAsync("/");
        // What those hear who do not see the page.
        await visit.Page.EvaluateAsync(
            "() => { window.said = []; new MutationObserver(() => { const text = document.getElementById('announcements').textContent; if (text) window.said.push(text); }).observe(document.getElementById('announcements'), { childList: true, characterData: true, subtree: true }); }");
        var phrases = new Phrases();
        model.Next = phrases.Script;
        phrases.Say(Sentence);
        await visit.Page.FillAsync("#question", Question);
        await visit.Page.ClickAsync("#send");
        var forming = visit.Page.Locator("#log .forming");
        await Assertions.Expect(forming).ToContainTextAsync("5%给予企业最高不超过100万元的支持");
        await Assertions.Expect(forming).ToContainTextAsync("由语言模型组织文字");
        Assert.Equal("true", await forming.GetAttributeAsync("aria-busy"));
        await visit.AssertAccessibleAsync();
        await visit.AssertFitsAsync();
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("window.said"));
        Assert.False(phrases.Cut.IsCompleted);

        if (more.Length > 0) phrases.Say(more);
        phrases.End();
        var answer = visit.Page.Locator("#log .answer:not(.forming)");
        await Assertions.Expect(answer).ToHaveCountAsync(1);
        await Assertions.Expect(forming).ToHaveCountAsync(0);
        await Assertions.Expect(answer).ToContainTextAsync("5%给予企业最高不超过100万元的支持");
        await Assertions.Expect(answer.GetByText("以上文字由语言模型组织")).ToHaveCountAsync(holds ? 1 : 0);
        await Assertions.Expect(answer).Not.ToContainTextAsync("保证");
        await visit.Page.WaitForFunctionAsync("window.said.length > 0");
        Assert.Single(await visit.Page.EvaluateAsync<string[]>("window.said"));
        await visit.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_stream_that_breaks_off_is_an_error_that_can_be_tried_again()
    {
        await using var visit = await site.VisitAsync(390, app.Urls.First());
        visit.Expected.Add("net::ERR");
        await visit.Page.RouteAsync("**/api/ask", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/event-stream", Body = "event: sentence\ndata: {\"text\":\"要点如下\"}\n\n" }));
        await visit.OpenAsync("/");
        await visit.Page.FillAsync("#question", Question);
        await visit.Page.ClickAsync("#send");
        await Assertions.Expect(visit.Page.Locator("#log .error")).ToContainTextAsync("暂时连不上服务");
        await Assertions.Expect(visit.Page.Locator("#log .forming")).ToHaveCountAsync(0);
        await visit.Page.UnrouteAsync("**/api/ask");
        model.Next = Script.Say(Sentence);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "重试" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#log .answer:not(.forming)")).ToHaveCountAsync(1);
    }
}
