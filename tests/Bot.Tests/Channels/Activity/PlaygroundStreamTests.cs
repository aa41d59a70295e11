using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bot.Hosting;
using Bot.Tests.LanguageModel.Support;
using Bot.Tests.Pages.Support;
using Bot.Tests.Support;
using Calculators.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Bot.Tests.Channels.Activity;

/// <summary>npm's Microsoft 365 Agents Playground while a model words an answer: what Teams would show of a stream, in a real browser and offline.</summary>
[Collection(PageTests.Name)]
public sealed class PlaygroundStreamTests(Site site, ModelStandIn model) : IClassFixture<ModelStandIn>, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("playground-stream-").FullName;
    private readonly VirtualTime time = new(FixedTime.FirstOctober.GetUtcNow());
    private WebApplication app = null!;
    private Process? playground;

    public async Task InitializeAsync()
    {
        app = BotApp.Build(
            ["--urls", "http://127.0.0.1:0", $"--Storage:Folder={folder}", "--Limits:RequestsPerMinute=0", .. Paced.Settings(model)],
            new Parts(Catalogue.Default, time), new DateOnly(2025, 11, 20));
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        playground?.Kill();
        playground?.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [LongFact("LONG_PLAYGROUND")]
    public async Task It_shows_a_checked_sentence_before_the_end_and_the_answer_in_its_place()
    {
        await using var visit = await site.VisitAsync(1280, await StartAsync());
        visit.Elsewhere = "https://res-1.cdn.office.net";
        visit.Expected.Add("Failed to load");
        await visit.Page.RouteAsync("https://**", route => route.AbortAsync());
        await visit.Page.GotoAsync("/");
        await visit.Page.GetByText("您好！我是政策问答助手").First.WaitForAsync();
        var phrases = new Phrases();
        model.Next = phrases.Script;
        await visit.Page.Locator("[data-lexical-editor]").FillAsync("总结一下第七条");
        await visit.Page.Keyboard.PressAsync("Enter");
        var working = visit.Page.GetByText("正在整理要点");
        for (var i = 0; i < 300 && await working.CountAsync() == 0; i++)
        {
            if (time.Passed < TimeSpan.FromSeconds(1)) time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(100);
        }

        await Assertions.Expect(working.First).ToBeVisibleAsync();
        phrases.Say("对于数字经济股权基金投资：{quote:1}。");
        // Beside the chat it lists what was posted.
        var messages = visit.Page.Locator(".fai-OutputCard");
        var sentence = messages.GetByText("对于数字经济股权基金投资");
        // Within the budget: the sentence is posted a second behind the first sign.
        for (var i = 0; i < 100 && await sentence.CountAsync() == 0; i++)
        {
            if (time.Passed < TimeSpan.FromSeconds(3)) time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(100);
        }

        await Assertions.Expect(sentence.First).ToBeVisibleAsync();
        Assert.False(phrases.Cut.IsCompleted);
        phrases.End();
        var end = messages.GetByText("由语言模型组织文字");
        for (var i = 0; i < 300 && await end.CountAsync() == 0; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(100);
        }

        await Assertions.Expect(end.First).ToBeVisibleAsync();
        await Assertions.Expect(messages).ToHaveCountAsync(2);
        await Assertions.Expect(visit.Page.GetByText("AI generated", new PageGetByTextOptions { Exact = false }).First).ToBeVisibleAsync();
    }

    private async Task<string> StartAsync()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        probe.Stop();
        playground = NodePeer.Start("playground", "start.js", app.Urls.First() + "/api/messages", port);
        for (var line = ""; !line!.Contains("Listening", StringComparison.Ordinal);)
            line = await playground.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await playground.StandardError.ReadToEndAsync());
        return $"http://127.0.0.1:{port}";
    }
}
