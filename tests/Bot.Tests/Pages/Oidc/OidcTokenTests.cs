using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Tests.Pages.Oidc;

public sealed class OidcTokenTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private Desk Desk => shared.Desk;

    public static TheoryData<string, bool> Tokens => new()
    {
        { "right", true },
        { "wrong nonce", false },
        { "no nonce", false },
        { "wrong audience", false },
        { "several audiences, made for us", true },
        { "several audiences, made for another", false },
        { "several audiences, made for nobody", false },
        { "wrong issuer", false },
        { "no issuer", false },
        { "expired within the skew", true },
        { "expired", false },
        { "without an end", false },
        { "not yet valid, within the skew", true },
        { "not yet valid", false },
        { "no subject", false },
        { "another user", false },
        { "alg none", false },
        { "HS256 with the public key", false },
        { "RS512", false },
        { "signed with another key under the same name", false },
        { "signed with an unknown key", false },
        { "altered after signing", false },
        { "no token at all", false },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task A_token_opens_the_desk_only_where_all_of_it_is_right(string name, bool isIn)
    {
        var provider = Desk.Provider;
        var (spoil, sign) = (provider.Spoil, provider.Sign);
        Prepare(name);
        using var browser = Desk.Open();
        using var reply = await browser.FollowAsync("/desk/sign-in/oidc");
        (provider.Spoil, provider.Sign) = (spoil, sign);
        Assert.Equal(isIn ? HttpStatusCode.OK : HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Equal(isIn, await browser.IsInAsync());
        if (isIn) return;
        var page = await reply.Content.ReadAsStringAsync();
        Assert.Contains("id=\"refused\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("IDX", page, StringComparison.Ordinal);
    }

    private void Prepare(string name)
    {
        var provider = Desk.Provider;
        var now = Desk.Time.GetUtcNow().ToUnixTimeSeconds();
        provider.Spoil = claims =>
        {
            switch (name)
            {
                case "wrong nonce": claims["nonce"] = "another"; break;
                case "no nonce": claims.Remove("nonce"); break;
                case "wrong audience": claims["aud"] = "another"; break;
                case "several audiences, made for us": claims["aud"] = new JsonArray("desk", "another"); claims["azp"] = "desk"; break;
                case "several audiences, made for another": claims["aud"] = new JsonArray("desk", "another"); claims["azp"] = "another"; break;
                case "several audiences, made for nobody": claims["aud"] = new JsonArray("desk", "another"); break;
                case "wrong issuer": claims["iss"] = "https://elsewhere.example"; break;
                case "no issuer": claims.Remove("iss"); break;
                case "expired within the skew": claims["exp"] = now - 240; break;
                case "expired": claims["exp"] = now - 330; break;
                case "without an end": claims.Remove("exp"); break;
                case "not yet valid, within the skew": claims["nbf"] = now + 240; break;
                case "not yet valid": claims["nbf"] = now + 330; claims["exp"] = now + 600; break;
                case "no subject": claims.Remove("sub"); break;
                case "another user": claims["sub"] = "u-1002"; break;
            }
        };
        var (key, sign) = (provider.Key, provider.Sign);
        provider.Sign = name switch
        {
            "alg none" => claims => Provider.Token(claims, null),
            "HS256 with the public key" => claims => Provider.Token(claims, new SigningCredentials(new SymmetricSecurityKey(Encoding.ASCII.GetBytes(key.Rsa.ExportSubjectPublicKeyInfoPem())) { KeyId = key.KeyId }, SecurityAlgorithms.HmacSha256)),
            "RS512" => claims => Provider.Token(claims, new SigningCredentials(key, SecurityAlgorithms.RsaSha512)),
            "signed with another key under the same name" => claims => Provider.Token(claims, Another(key.KeyId)),
            "signed with an unknown key" => claims => Provider.Token(claims, Another("nobody's")),
            "altered after signing" => claims => Altered(sign(claims)),
            "no token at all" => _ => "abc",
            _ => sign,
        };
    }

    private static SigningCredentials Another(string name) => new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = name }, SecurityAlgorithms.RsaSha256);

    private static string Altered(string token)
    {
        var parts = token.Split('.');
        parts[1] = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("li@example", "xi@example", StringComparison.Ordinal));
        return string.Join('.', parts);
    }
}
