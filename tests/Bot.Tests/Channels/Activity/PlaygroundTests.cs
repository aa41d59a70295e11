using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Tests.Pages.Support;
using Bot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Bot.Tests.Channels.Activity;

/// <summary>npm's Microsoft 365 Agents Playground, which shows what Teams would show, in a real browser and offline.</summary>
[Collection(PageTests.Name)]
public sealed partial class PlaygroundTests(Site site) : IAsyncLifetime
{
    private static readonly PageGetByTextOptions Exact = new() { Exact = true };
    private const string Service = "服务了12家本地企业，合同执行1200万元，有奖励吗？";
    private readonly string folder = Directory.CreateTempSubdirectory("playground-").FullName;
    private WebApplication app = null!;
    private Process playground = null!;
    private string address = "";

    public async Task InitializeAsync()
    {
        app = await Site.StartAsync(folder);
        var port = FreePort();
        playground = NodePeer.Start("playground", "start.js", app.Urls.First() + "/api/messages", port);
        address = $"http://127.0.0.1:{port}";
        for (var line = ""; !line!.Contains("Listening", StringComparison.Ordinal);)
            line = await playground.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await playground.StandardError.ReadToEndAsync());
    }

    public async Task DisposeAsync()
    {
        playground.Kill();
        playground.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [LongFact("LONG_PLAYGROUND")]
    public async Task It_shows_an_award_with_its_citation_takes_a_follow_up_and_sends_feedback_back()
    {
        await using var visit = await site.VisitAsync(1280, address);
        // The Playground's own fonts and animations; nothing leaves the machine.
        visit.Elsewhere = "https://res-1.cdn.office.net";
        visit.Expected.Add("Failed to load");
        await visit.Page.RouteAsync("https://**", route => route.AbortAsync());
        var answers = new List<string>();
        visit.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => answers.AddRange(AnswerId().Matches(frame.Text ?? "").Select(m => m.Groups[1].Value));
        await visit.Page.GotoAsync("/");
        await visit.Page.GetByText("您好！我是政策问答助手").First.WaitForAsync();

        await visit.Page.Locator("[data-lexical-editor]").FillAsync(Service);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Button(visit, "详情").WaitForAsync();
        await Assertions.Expect(visit.Page.GetByText("24万元", Exact)).ToBeVisibleAsync();
        await visit.Page.Locator("a[role=button][aria-expanded]").HoverAsync();
        var citation = visit.Page.Locator("[role=dialog]");
        await Assertions.Expect(citation).ToContainTextAsync("三、支持制造业与互联网的深度融合");
        await visit.PictureAsync("playground");
        await Button(visit, "详情").ClickAsync();
        await visit.Page.GetByText("计算过程", Exact).WaitForAsync();
        await Assertions.Expect(visit.Page.GetByText("市级财政", Exact)).ToBeVisibleAsync();

        await SendFeedbackAsync(visit, "清楚");
        Assert.Equal("True 清楚", await FeedbackAsync(answers[0]));
        await Button(visit, "Close").ClickAsync();
        await Button(visit, "这个政策现在还有效吗？").ClickAsync();
        await Button(visit, "看这一条的原文").Nth(1).WaitForAsync();
        await visit.PictureAsync("playground-follow-up");
    }

    private static async Task SendFeedbackAsync(Visit visit, string words)
    {
        await Button(visit, "Like").First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync(words);
        await Button(visit, "Submit").ClickAsync();
    }

    private async Task<string> FeedbackAsync(string answerId)
    {
        using var http = new HttpClient();
        for (var i = 0; i < 150; i++)
        {
            using var json = JsonDocument.Parse(await http.GetStringAsync(new Uri($"{app.Urls.First()}/api/feedback?answerId={answerId}")));
            if (json.RootElement.GetProperty("feedback").EnumerateArray().ToList() is [var only]) return $"{only.GetProperty("helpful").GetBoolean()} {only.GetProperty("comment").GetString()}";
            await Task.Delay(200);
        }

        return "";
    }

    [GeneratedRegex("answerId\\W+([0-9a-f]{32,})")]
    private static partial Regex AnswerId();

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    private static string FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
