using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bot.Tests.Channels.Activity.Support;

/// <summary>A token, right unless a test makes it wrong.</summary>
internal sealed record Token
{
    internal Dictionary<string, object?> Header { get; init; } = [];

    internal Dictionary<string, object?> Claims { get; init; } = [];

    internal TestKey? Key { get; init; }

    /// <summary>As a channel has it.</summary>
    internal static Token OfChannel(StandIn standIn, DateTimeOffset now, string serviceUrl) => new()
    {
        Key = standIn.ChannelKeys[0],
        Header = new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = standIn.ChannelKeys[0].Kid },
        Claims = new()
        {
            ["iss"] = StandIn.Issuer,
            ["aud"] = StandIn.AppId,
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(60).ToUnixTimeSeconds(),
            ["serviceurl"] = serviceUrl,
        },
    };

    /// <summary>As Entra has it, version 1 or 2.</summary>
    internal static Token OfEntra(StandIn standIn, DateTimeOffset now, bool version2, string tenant = StandIn.Tenant) => new()
    {
        Key = standIn.EntraKeys[0],
        Header = new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = standIn.EntraKeys[0].Kid },
        Claims = new()
        {
            ["iss"] = version2 ? $"https://login.microsoftonline.com/{tenant}/v2.0" : $"https://sts.windows.net/{tenant}/",
            ["aud"] = StandIn.AppId,
            ["ver"] = version2 ? "2.0" : "1.0",
            ["tid"] = tenant,
            [version2 ? "azp" : "appid"] = StandIn.AppId,
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(60).ToUnixTimeSeconds(),
        },
    };

    internal Token With(string claim, object? value) => this with { Claims = Changed(Claims, claim, value) };

    internal Token WithHeader(string name, object? value) => this with { Header = Changed(Header, name, value) };

    internal Token SignedBy(TestKey key) => this with { Key = key };

    public override string ToString()
    {
        var signed = $"{Part(Header)}.{Part(Claims)}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = Header.GetValueOrDefault("alg") switch
        {
            "none" => [],
            // The well-known confusion: the public key as the secret.
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Key!.Rsa.ExportSubjectPublicKeyInfoPem()), bytes),
            "RS512" => Key!.Rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            _ => Key!.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static Dictionary<string, object?> Changed(Dictionary<string, object?> before, string name, object? value)
    {
        var after = new Dictionary<string, object?>(before) { [name] = value };
        if (value is null) after.Remove(name);
        return after;
    }

    private static string Part(Dictionary<string, object?> members) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(members));
}
