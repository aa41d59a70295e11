using System.Buffers.Text;
using System.Text.Json;

namespace Bot.Channels.Activity.Security;

/// <summary>A token's header and claims as they stand there; nothing in it is to be believed before its signature is verified.</summary>
internal sealed class TokenClaims
{
    private readonly JsonElement header;
    private readonly JsonElement payload;

    private TokenClaims(string token, JsonElement header, JsonElement payload)
    {
        Token = token;
        this.header = header;
        this.payload = payload;
    }

    /// <summary>The token itself.</summary>
    internal string Token { get; }

    internal string? Algorithm => Text(header, "alg");

    internal string? KeyId => Text(header, "kid");

    /// <summary>Whether the header asks for something to be understood that we do not.</summary>
    internal bool IsCritical => header.TryGetProperty("crit", out _);

    internal string? Issuer => Text("iss");

    /// <summary>Reads the one header; null where it is none, or not the only one.</summary>
    internal static TokenClaims? Read(Microsoft.Extensions.Primitives.StringValues authorization)
    {
        const string scheme = "Bearer ";
        if (authorization is not [{ } line] || !line.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var token = line[scheme.Length..].Trim();
        return token.Split('.') is [{ Length: > 0 } head, { Length: > 0 } body, { Length: > 0 }] && Part(head) is { } header && Part(body) is { } payload
            ? new TokenClaims(token, header, payload)
            : null;
    }

    /// <summary>A claim that is a text; null where it is absent or something else.</summary>
    internal string? Text(string name) => Text(payload, name);

    /// <summary>Whether <c>aud</c> is the id, or a list that holds it.</summary>
    internal bool IsFor(string audience) => payload.TryGetProperty("aud", out var aud) && aud.ValueKind switch
    {
        JsonValueKind.String => aud.ValueEquals(audience),
        JsonValueKind.Array => aud.EnumerateArray().Any(a => a.ValueKind == JsonValueKind.String && a.ValueEquals(audience)),
        _ => false,
    };

    /// <summary>Whether it is valid now: <c>exp</c> must be there, <c>nbf</c> may be.</summary>
    internal bool IsTimely(DateTimeOffset now, TimeSpan skew)
    {
        var seconds = now.ToUnixTimeSeconds();
        var slack = (long)skew.TotalSeconds;
        if (!payload.TryGetProperty("exp", out var exp) || Seconds(exp) is not { } end || seconds > end + slack) return false;
        return !payload.TryGetProperty("nbf", out var nbf) || (Seconds(nbf) is { } begin && seconds >= begin - slack);
    }

    // Beyond the year 9999 the sum with the skew could overflow.
    private static long? Seconds(JsonElement number) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var seconds) && seconds is >= 0 and <= 253_402_300_799 ? seconds : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Part(string encoded)
    {
        if (!Base64Url.IsValid(encoded)) return null;
        var utf8 = Base64Url.DecodeFromChars(encoded);
        if (!Wire.JsonSoundness.IsSound(utf8, deepest: 16)) return null;
        try
        {
            // A claim that stands twice could be read one way here and another way elsewhere.
            using var json = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
