using Bot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Bot.Tests.Pages.Support;

/// <summary>The program on a free port, and one browser for all tests of a collection.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("pages-").FullName;
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where the program answers; no slash at the end.</summary>
    internal string Address => app!.Urls.First();

    /// <summary>Where a test may put files; gone afterwards.</summary>
    internal string Scratch => Directory.CreateDirectory(Path.Combine(folder, "scratch")).FullName;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        app = await StartAsync(folder);
        playwright = await Playwright.CreateAsync();
        // As long as for everything else that is waited for: a busy machine draws late.
        Assertions.SetDefaultExpectTimeout(30_000);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            // The browser's own controls speak the language of its environment.
            Env = new Dictionary<string, string>
            {
                ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
                ["HOME"] = folder,
                ["LANGUAGE"] = "zh_CN",
                ["LANG"] = "C.UTF-8",
            },
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--lang=zh-CN"],
        });
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await browser!.CloseAsync();
        playwright!.Dispose();
        await app!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The program with its data in a folder; the day is pinned, so that what is shown stays the same.</summary>
    internal static Task<WebApplication> StartAsync(string folder, params string[] settings) => StartAsync(folder, null, settings);

    /// <summary>The same, with what a test adds to it.</summary>
    internal static async Task<WebApplication> StartAsync(string folder, Action<WebApplicationBuilder>? additions, params string[] settings)
    {
        var app = BotApp.Build(["--urls", "http://127.0.0.1:0", $"--Storage:Folder={folder}", "--Limits:RequestsPerMinute=0", .. settings], Parts.Default, new DateOnly(2025, 11, 20), additions);
        await app.StartAsync();
        return app;
    }

    /// <summary>A tab of its own, that notes whatever should not happen.</summary>
    /// <param name="width">390 is a phone, 1280 a desk.</param>
    /// <param name="address">Another program than this one.</param>
    /// <param name="dark">Whether the user likes it dark.</param>
    internal async Task<Visit> VisitAsync(int width, string? address = null, bool dark = false)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address ?? Address,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 860 },
            DeviceScaleFactor = 1,
            Locale = "zh-CN",
            HasTouch = width < 600,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(30_000);
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        return new Visit(context, await context.NewPageAsync(), address ?? Address, width);
    }
}

/// <summary>Tests that share the program and the browser.</summary>
[CollectionDefinition(Name)]
public sealed class PageTests : ICollectionFixture<Site>
{
    internal const string Name = "Pages";
}
