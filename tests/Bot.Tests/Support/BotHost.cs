using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Answering;
using Bot.Hosting;
using Calculators.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Support;

/// <summary>The real program on a free port; only the clock and the assistant are replaced.</summary>
public sealed class BotHost : IAsyncLifetime
{
    private const int LargeBody = 200 * 1024;
    private readonly string[] settings;
    private readonly Action<IServiceCollection> services;
    private readonly Func<string, Parts> parts;
    private string? folder;
    private WebApplication? app;

    public BotHost()
        : this([])
    {
    }

    internal BotHost(string[] settings, Action<IServiceCollection>? services = null, Func<string, Parts>? parts = null)
    {
        this.settings = settings;
        this.services = services ?? (_ => { });
        this.parts = parts ?? (_ => new Parts(Catalogue.Default, FixedTime.FirstOctober));
    }

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => app!.Services;

    public async Task InitializeAsync()
    {
        folder = Directory.CreateTempSubdirectory("bot-host-").FullName;
        try
        {
            await StartAsync(folder);
        }
        catch
        {
            // Who is not started is not disposed of by anybody.
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the program as an office does, with the time that it has to finish; disposing of it alone leaves none.</summary>
    internal Task StopAsync() => app!.StopAsync();

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        if (app is not null) await app.DisposeAsync();
        if (folder is not null && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    internal Task<Reply> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    internal Task<Reply> PostAsync(string path, string json) => PostAsync(path, Encoding.UTF8.GetBytes(json), "application/json");

    internal Task<Reply> PostAsync(string path, byte[] body, string? contentType)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
    }

    internal async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            // Who begins to send what is refused at once finds the connection cut, now and then before the refusal is read.
            request.Headers.ExpectContinue = request.Content?.Headers.ContentLength > LargeBody;
            using var response = await Client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return new Reply((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text, response.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value)));
        }
    }

    private async Task StartAsync(string folder)
    {
        string[] args =
        [
            "--urls=http://127.0.0.1:0",
            $"--Storage:Folder={Path.Combine(folder, "data")}",
            "--Limits:RequestsPerMinute=0",
            .. settings,
        ];
        app = BotApp.Build(args, parts(folder), overrides: builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IAssistant, EchoAssistant>();
            services(builder.Services);
        });
        await app.StartAsync();
        // The index is built while the program starts; what is tested comes after.
        await app.Services.GetRequiredService<DialogueReadiness>().ExecuteTask!;
        Client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = new Uri(app.Urls.First()) };
    }
}

/// <summary>What came back.</summary>
internal sealed record Reply(int Status, string? ContentType, string Text, IReadOnlyDictionary<string, string> Headers)
{
    internal JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>Asserts a problem as the contract has it and gives its field.</summary>
    internal string? Problem(int status)
    {
        Assert.Equal((status, "application/problem+json"), (Status, ContentType));
        var problem = Json;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.Contains(problem.GetProperty("detail").GetString()!, c => c >= '\u4e00');
        Assert.DoesNotContain("   at ", Text, StringComparison.Ordinal);
        var field = problem.GetProperty("field").GetString();
        var errors = problem.GetProperty("errors");
        Assert.Equal(field is not null, errors.EnumerateObject().Any());
        if (field is not null) Assert.NotEmpty(errors.GetProperty(field)[0].GetString()!);
        return field;
    }
}
