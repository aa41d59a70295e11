using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bot.Tests.Pages.Support;

/// <summary>One tab, with everything noted that a good page never does.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> faults = [];

    internal Visit(IBrowserContext context, IPage page, string address, int width)
    {
        this.context = context;
        Page = page;
        Width = width;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsExpected(message.Text)) faults.Add($"console: {message.Text}");
        };
        page.PageError += (_, fault) => faults.Add($"page: {fault}");
        page.Request += (_, request) =>
        {
            Requests.Add(request.Url);
            if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("blob:" + address, StringComparison.Ordinal) && (Elsewhere is null || !request.Url.StartsWith(Elsewhere + "/", StringComparison.Ordinal))) faults.Add($"left the host: {request.Url}");
        };
    }

    /// <summary>The tab.</summary>
    internal IPage Page { get; }

    /// <summary>How wide it is.</summary>
    internal int Width { get; }

    /// <summary>Every address that was asked for.</summary>
    internal List<string> Requests { get; } = [];

    /// <summary>Another host that a test leads to on purpose.</summary>
    internal string? Elsewhere { get; set; }

    /// <summary>Statuses whose console line a test brings about on purpose.</summary>
    internal List<string> Expected { get; } = [];

    /// <summary>Opens a page and waits until it can be used.</summary>
    internal async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.Locator("html[data-ready]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    /// <summary>Asks in the chat and waits for the answer.</summary>
    internal async Task<ILocator> AskAsync(string question)
    {
        var cards = Page.Locator("#log .answer");
        var before = await cards.CountAsync();
        await Page.FillAsync("#question", question);
        await Page.ClickAsync("#send");
        await cards.Nth(before).WaitForAsync();
        return cards.Nth(before);
    }

    /// <summary>Fails where axe finds a violation.</summary>
    internal async Task AssertAccessibleAsync()
    {
        var result = await Page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} — {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}")));
    }

    /// <summary>Fails where the page is wider than the window, which on a phone makes everything wobble.</summary>
    internal async Task AssertFitsAsync() =>
        Assert.True(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= Width, $"{Page.Url} is wider than {Width} pixels.");

    /// <summary>Keeps a picture for the documentation, where asked to by <c>SCREENSHOTS=1</c>.</summary>
    /// <param name="name">Its name, to which the width is added.</param>
    /// <param name="from">What stands at the top of it; the top of the page where nothing is named.</param>
    /// <param name="height">How much of the window it shows; 0 is all of it.</param>
    internal async Task PictureAsync(string name, string? from = null, int height = 0)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") != "1") return;
        await Page.EvaluateAsync("from => { const at = from && document.querySelector(from); scrollTo(0, at ? at.getBoundingClientRect().top + scrollY - 64 : scrollY); }", from);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository(), "docs", "screenshots", $"{name}-{Width}.png"), Clip = height == 0 ? null : new Clip { Width = Width, Height = height }, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        Assert.Empty(faults);
    }

    private bool IsExpected(string text) => Expected.Any(expected => text.Contains(expected, StringComparison.Ordinal));

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Assistant.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository.");
        return folder;
    }
}
