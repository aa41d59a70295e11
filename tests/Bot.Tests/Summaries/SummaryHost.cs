using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Answering;
using Bot.Hosting;
using Bot.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Summaries;

/// <summary>The real program on a free port with its real dialogue; 1 October 2022 counts as today.</summary>
public class SummaryHost : IAsyncLifetime
{
    private readonly string[] settings;
    private readonly string folder = Directory.CreateTempSubdirectory("summary-host-").FullName;
    private WebApplication? app;

    public SummaryHost()
        : this([])
    {
    }

    private protected SummaryHost(string[] settings) => this.settings = settings;

    internal HttpClient Client { get; private set; } = null!;

    internal string Folder => folder;

    internal IStore Store => app!.Services.GetRequiredService<IStore>();

    public async Task InitializeAsync()
    {
        app = BotApp.Build(
            ["--urls=http://127.0.0.1:0", $"--Storage:Folder={folder}", "--Limits:RequestsPerMinute=0", .. settings],
            Parts.Default,
            Made.Today,
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton(services => services.GetRequiredService<Composition>().Dialogue);
                builder.Services.AddSingleton<IAssistant, Assistant>();
            });
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Asks and gives the answer's id.</summary>
    internal async Task<string> AskAsync(string text, string conversation, string asOf)
    {
        using var reply = await SendAsync("/api/ask", $$"""{"text":"{{text}}","conversationId":"{{conversation}}","asOf":"{{asOf}}"}""");
        return JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement.GetProperty("answerId").GetString()!;
    }

    internal Task<HttpResponseMessage> SendAsync(string path, string json, string? accept = null) => SendAsync(path, Encoding.UTF8.GetBytes(json), "application/json", accept);

    internal Task<HttpResponseMessage> SendAsync(string path, byte[] body, string? contentType, string? accept = null)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return Client.SendAsync(request);
    }

    /// <summary>Asserts a problem as the contract has it and gives its field.</summary>
    internal static async Task<string?> ProblemAsync(HttpResponseMessage reply, int status)
    {
        Assert.Equal((status, "application/problem+json"), ((int)reply.StatusCode, reply.Content.Headers.ContentType?.MediaType));
        var problem = JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement;
        Assert.Contains(problem.GetProperty("detail").GetString()!, c => c >= '\u4e00');
        return problem.GetProperty("field").GetString();
    }
}
