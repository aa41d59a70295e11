using Bot.Tests.Pages.Support;
using Microsoft.AspNetCore.Builder;

namespace Bot.Tests.Privacy;

/// <summary>The program with a desk that opens by a secret, on a data folder of its own.</summary>
public abstract class DeskSite : IAsyncLifetime
{
    private protected const string Secret = "a long secret";
    private WebApplication? app;

    private protected string Data { get; } = Directory.CreateTempSubdirectory("desk-site-").FullName;

    private protected HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        app = await Site.StartAsync(Data, $"--Desk:Secret={Secret}");
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app!.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }
}
