using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Tests.Pages.Oidc;

/// <summary>An OpenID provider with one user, who always agrees; what it says can be made wrong.</summary>
internal sealed class Provider : IAsyncDisposable
{
    internal const string ClientId = "desk";
    internal const string ClientSecret = "a secret: with/odd+signs";

    private readonly ConcurrentDictionary<string, (string? Challenge, string? Nonce, string? Redirect)> codes = new();
    private readonly WebApplication app;
    private readonly TimeProvider time;
    private int keys;

    private Provider(WebApplication app, TimeProvider time)
    {
        this.app = app;
        this.time = time;
        Rotate();
    }

    /// <summary>Its address, which is also its issuer; a name that is another site than the desk's number.</summary>
    internal string Address { get; private set; } = "";

    /// <summary>What it says of the user, beside what every token has.</summary>
    internal JsonObject User { get; set; } = new() { ["sub"] = "u-1001", ["email"] = "li@example.gov.cn", ["email_verified"] = true };

    /// <summary>Changes the claims before they are signed.</summary>
    internal Action<JsonObject> Spoil { get; set; } = _ => { };

    /// <summary>How claims become a token.</summary>
    internal Func<JsonObject, string> Sign { get; set; } = _ => "";

    /// <summary>What the token endpoint replies instead of a token; 0 is a token.</summary>
    internal int TokenStatus { get; set; }

    /// <summary>Whether a code can be used again, as it never should.</summary>
    internal bool IsLax { get; set; }

    /// <summary>Where its sessions are ended, as the metadata say; empty is nowhere.</summary>
    internal string EndSession { get; set; } = "";

    /// <summary>Every farewell that was said there: client and address to return to.</summary>
    internal ConcurrentQueue<(string Client, string Back)> Farewells { get; } = [];

    /// <summary>Every token that it gave.</summary>
    internal ConcurrentQueue<string> Given { get; } = [];

    /// <summary>The key in use.</summary>
    internal RsaSecurityKey Key { get; private set; } = null!;

    internal static async Task<Provider> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new Provider(app, time);
        provider.Map();
        await app.StartAsync();
        provider.Address = app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        return provider;
    }

    /// <summary>Takes a new key; the old one is no longer published.</summary>
    internal void Rotate()
    {
        Key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = string.Create(CultureInfo.InvariantCulture, $"key-{++keys}") };
        Sign = claims => Token(claims, new SigningCredentials(Key, SecurityAlgorithms.RsaSha256));
    }

    internal static string Token(JsonObject claims, SigningCredentials? with)
    {
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return with is null ? handler.CreateToken(claims.ToJsonString()) : handler.CreateToken(claims.ToJsonString(), with);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => Json(new JsonObject
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = Address + "/authorize?tenant=1",
            ["token_endpoint"] = Address + "/token",
            ["jwks_uri"] = Address + "/keys",
            ["end_session_endpoint"] = EndSession.Length > 0 ? EndSession : null,
        }));
        app.MapGet("/end-session", (HttpRequest request) =>
        {
            Farewells.Enqueue((request.Query["client_id"].ToString(), request.Query["post_logout_redirect_uri"].ToString()));
            return request.Query["tenant"] == "1" ? Results.Redirect(request.Query["post_logout_redirect_uri"].ToString()) : Results.StatusCode(400);
        });
        app.MapGet("/keys", () =>
        {
            var key = Key.Rsa.ExportParameters(false);
            return Json(new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = Key.KeyId, ["n"] = Base64UrlEncoder.Encode(key.Modulus), ["e"] = Base64UrlEncoder.Encode(key.Exponent) }) });
        });
        app.MapGet("/authorize", (HttpRequest request) =>
        {
            var query = request.Query;
            var isRight = query["client_id"] == ClientId && query["response_type"] == "code" && query["code_challenge_method"] == "S256" && query["tenant"] == "1" && query["scope"].ToString().StartsWith("openid", StringComparison.Ordinal);
            if (!isRight) return Results.StatusCode(400);
            var code = Guid.NewGuid().ToString("N");
            codes[code] = (query["code_challenge"], query["nonce"], query["redirect_uri"]);
            return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}");
        });
        app.MapPost("/token", ExchangeAsync);
    }

    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        if (TokenStatus != 0) return Results.StatusCode(TokenStatus);
        var basic = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:{WebUtility.UrlEncode(ClientSecret)}"));
        if (request.Headers.Authorization != basic) return Results.StatusCode(401);
        var form = await request.ReadFormAsync();
        var code = form["code"].ToString();
        if (!codes.TryGetValue(code, out var asked) || (!IsLax && !codes.TryRemove(code, out _))) return Results.StatusCode(400);
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (challenge != asked.Challenge || form["redirect_uri"] != asked.Redirect || form["grant_type"] != "authorization_code") return Results.StatusCode(400);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject { ["iss"] = Address, ["aud"] = ClientId, ["iat"] = now, ["exp"] = now + 300, ["nonce"] = asked.Nonce };
        foreach (var (name, value) in User) claims[name] = value?.DeepClone();
        Spoil(claims);
        var token = Sign(claims);
        Given.Enqueue(token);
        return Json(new JsonObject { ["access_token"] = "opaque", ["token_type"] = "Bearer", ["id_token"] = token });
    }

    private static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(), "application/json");
}
