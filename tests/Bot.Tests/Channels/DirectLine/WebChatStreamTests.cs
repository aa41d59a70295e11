using System.Text.Json;
using Bot.Hosting;
using Bot.Tests.Channels.DirectLine.Support;
using Bot.Tests.LanguageModel.Support;
using Bot.Tests.Pages.Support;
using Bot.Tests.Support;
using Calculators.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>npm's Web Chat while a model words an answer: it shows what was checked, and then the answer in the same place.</summary>
[Collection(PageTests.Name)]
public sealed class WebChatStreamTests(Site site, ModelStandIn model) : IClassFixture<ModelStandIn>, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("web-chat-stream-").FullName;
    private readonly VirtualTime time = new(FixedTime.FirstOctober.GetUtcNow());
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        app = BotApp.Build(
            ["--urls", "http://127.0.0.1:0", $"--Storage:Folder={folder}", "--Limits:RequestsPerMinute=0", .. Paced.Settings(model)],
            new Parts(Catalogue.Default, time), new DateOnly(2025, 11, 20), builder => builder.Services.AddSingleton<IStartupFilter, WebChatPage>());
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("", "由语言模型组织文字")]
    [InlineData("企业保证给予奖励。", "要点如下（均为原文）")]
    public async Task A_checked_sentence_is_seen_before_the_end_and_the_answer_takes_its_place(string more, string end)
    {
        await using var visit = await site.VisitAsync(640, app.Urls.First());
        var frames = new List<string>();
        visit.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            lock (frames) frames.Add(frame.Text ?? "");
        };
        await visit.OpenAsync(WebChatPage.Path);
        var said = visit.Page.GetByRole(AriaRole.Feed).Locator("article.webchat__basic-transcript__activity");
        await said.First.WaitForAsync();
        var before = await said.CountAsync();
        var phrases = new Phrases();
        model.Next = phrases.Script;
        phrases.Say("对于数字经济股权基金投资：{quote:1}。");
        await visit.Page.Locator(".webchat__send-box-text-box__input").FillAsync("总结一下第七条");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Paced.UntilAsync(time, () => Has("\"streamType\":\"streaming\""));
        var answer = said.Nth(before + 1);
        await Assertions.Expect(answer).ToContainTextAsync("5%给予企业最高不超过100万元的支持");
        Assert.False(phrases.Cut.IsCompleted);

        if (more.Length > 0) phrases.Say(more);
        phrases.End();
        await Paced.UntilAsync(time, () => Has("\"streamType\":\"final\""));
        await Assertions.Expect(answer).ToContainTextAsync(end);
        await Assertions.Expect(answer).ToContainTextAsync("1 条引用");
        await Assertions.Expect(answer).Not.ToContainTextAsync("保证");
        await Assertions.Expect(said).ToHaveCountAsync(before + 2);
        // No bare sign of typing beside it.
        lock (frames)
        {
            var typing = frames.Where(f => f.Length > 0).SelectMany(f => JsonDocument.Parse(f).RootElement.GetProperty("activities").EnumerateArray()).Where(a => a.GetProperty("type").GetString() == "typing").ToList();
            Assert.Equal(2, typing.Count);
            Assert.All(typing, t => Assert.Equal("streaminfo", t.GetProperty("entities")[0].GetProperty("type").GetString()));
        }

        bool Has(string words)
        {
            lock (frames) return frames.Exists(f => f.Contains(words, StringComparison.Ordinal));
        }
    }
}
