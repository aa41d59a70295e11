using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Channels.Activity.Support;

/// <summary>The Bot Framework and Entra on loopback, with keys of their own: metadata, logins and a connector that notes what is posted.</summary>
public sealed class StandIn : IAsyncLifetime
{
    internal const string AppId = "11111111-2222-3333-4444-555555555555";
    internal const string Tenant = "99999999-2222-3333-4444-555555555555";
    internal const string Issuer = "https://api.botframework.com";
    private readonly WebApplication app;
    private int logins;
    private int messages;

    public StandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/{authority}/metadata", (string authority) => Results.Content(
            $$"""{"issuer":"{{Issuer}}","jwks_uri":"{{Url}}/{{authority}}/keys","id_token_signing_alg_values_supported":["RS256"]}""", "application/json"));
        app.MapGet("/{authority}/keys", (string authority) =>
        {
            KeyFetches++;
            return Results.Content(JsonSerializer.Serialize(new { keys = (authority == "entra" ? EntraKeys : ChannelKeys).Select(k => k.Public()) }), "application/json");
        });
        app.MapPost("/login/oauth2/v2.0/token", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            Logins.Add(form.ToDictionary(f => f.Key, f => f.Value.ToString()));
            await Task.Delay(50);
            return Results.Content($$"""{"token_type":"Bearer","expires_in":3600,"access_token":"token-{{Interlocked.Increment(ref logins)}}"}""", "application/json");
        });
        app.MapPost("/v3/conversations/{**rest}", (Delegate)PostAsync);
    }

    internal string Url => app.Urls.First();

    internal List<TestKey> ChannelKeys { get; } = [new("channel-1", ["msteams", "webchat"])];

    internal List<TestKey> EntraKeys { get; } = [new("entra-1", null)];

    internal int KeyFetches { get; private set; }

    internal ConcurrentBag<Dictionary<string, string>> Logins { get; } = [];

    /// <summary>What was posted, in order, refused or not.</summary>
    internal ConcurrentQueue<Post> Posts { get; } = new();

    /// <summary>What the connector does with a post; null takes it.</summary>
    internal Func<Post, HttpContext, Task<IResult?>> Script { get; set; } = (_, _) => Task.FromResult<IResult?>(null);

    internal IReadOnlyList<string> Settings =>
    [
        $"--MicrosoftAppId={AppId}", "--MicrosoftAppPassword=secret", $"--MicrosoftAppTenantId={Tenant}", "--MicrosoftAppType=SingleTenant",
        $"--ToBotFromChannelOpenIdMetadataUrl={Url}/channel/metadata", $"--ToBotFromEmulatorOpenIdMetadataUrl={Url}/entra/metadata",
        $"--ToChannelFromBotLoginUrl={Url}/login",
    ];

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    /// <summary>Waits until so many messages were posted.</summary>
    internal async Task<IReadOnlyList<Post>> PostedAsync(int count)
    {
        for (var i = 0; i < 200 && Posts.Count < count; i++) await Task.Delay(50);
        return [.. Posts];
    }

    private async Task<IResult> PostAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var post = new Post(target, context.Request.Headers.Authorization.ToString(), body.RootElement.Clone());
        Posts.Enqueue(post);
        return await Script(post, context) ?? Results.Json(new { id = $"m{Interlocked.Increment(ref messages)}" }, statusCode: 201);
    }
}

/// <summary>One activity that was posted.</summary>
internal sealed record Post(string Path, string Authorization, JsonElement Activity)
{
    internal string Text => Activity.GetProperty("text").GetString()!;
}

/// <summary>A signing key.</summary>
internal sealed class TestKey(string kid, IReadOnlyList<string>? endorsements)
{
    internal string Kid => kid;

    internal RSA Rsa { get; } = RSA.Create(2048);

    internal Dictionary<string, object> Public()
    {
        var parameters = Rsa.ExportParameters(includePrivateParameters: false);
        var key = new Dictionary<string, object>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = kid,
            ["n"] = System.Buffers.Text.Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = System.Buffers.Text.Base64Url.EncodeToString(parameters.Exponent),
        };
        if (endorsements is not null) key["endorsements"] = endorsements;
        return key;
    }
}
