using Bot.Tests.Pages.Support;
using Bot.Tests.Support;
using Microsoft.Playwright;

namespace Bot.Tests.Pages;

/// <summary>What somebody waits for who opens a page for the first time, with nothing kept from before.</summary>
[Collection(PageTests.Name)]
public sealed class FirstViewTests(Site site)
{
    private const double MostBytes = 100_000;

    [Theory]
    [InlineData("/")]
    [InlineData("/calculators")]
    [InlineData("/desk")]
    [InlineData("/desk/questions")]
    public async Task A_first_view_with_all_its_files_and_calls_is_small_on_the_wire(string path)
    {
        await using var visit = await site.VisitAsync(390);
        var bytes = await CountAsync(visit);
        await visit.OpenAsync(path);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.InRange(bytes(), 1000, MostBytes);
        Measured.Note($"first view of {path}, bytes on the wire", bytes());
    }

    [Fact]
    public async Task On_a_cold_server_the_first_view_can_be_typed_into()
    {
        await using var server = await ColdServer.StartAsync();
        await using var visit = await site.VisitAsync(390, server.Address);
        var began = TimeProvider.System.GetTimestamp();
        // As soon as the field is there, whether or not anything else is.
        await visit.Page.GotoAsync("/", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await visit.Page.Locator("html[data-ready]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await visit.Page.FillAsync("#question", "第七条怎么规定？");
        var usable = TimeProvider.System.GetElapsedTime(began);
        await visit.Page.ClickAsync("#send");
        await Assertions.Expect(visit.Page.Locator("#log .answer")).ToContainTextAsync("天使投资", new() { Timeout = 30_000 });
        Measured.Note("first view of / on a cold server, ms until it takes a question", (long)usable.TotalMilliseconds);
        Measured.Note("cold server, ms from its start until it is ready", (long)server.Starting.TotalMilliseconds);
    }

    // Headers and bodies as they came, compressed.
    private static async Task<Func<double>> CountAsync(Visit visit)
    {
        var session = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("Network.enable");
        var bytes = 0d;
        session.Event("Network.loadingFinished").OnEvent += (_, sent) => bytes += sent!.Value.GetProperty("encodedDataLength").GetDouble();
        return () => bytes;
    }
}
