using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.LanguageModel.Support;

/// <summary>An OpenAI-compatible service on this machine that says what a test wants, over real HTTP.</summary>
public sealed class ModelStandIn : IAsyncLifetime
{
    private WebApplication? app;

    /// <summary>What it does with a question.</summary>
    internal Script Next { get; set; } = Script.Nothing;

    /// <summary>What it was asked, as JSON.</summary>
    internal ConcurrentQueue<JsonElement> Asked { get; } = new();

    /// <summary>The headers of the last question.</summary>
    internal IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    internal string Endpoint => app!.Urls.First() + "/v1";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1/chat/completions", async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            Asked.Enqueue(body.RootElement.Clone());
            Headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            await Next.PlayAsync(context, body.RootElement);
        });
        await app.StartAsync();
    }

    public async Task DisposeAsync() => await app!.DisposeAsync();

    /// <summary>What the user's message was in a question.</summary>
    internal static string UserText(JsonElement question) =>
        question.GetProperty("messages").EnumerateArray().Last(m => m.GetProperty("role").GetString() == "user").GetProperty("content") is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!
            : string.Concat(question.GetProperty("messages").EnumerateArray().Last().GetProperty("content").EnumerateArray().Select(p => p.GetProperty("text").GetString()));
}
