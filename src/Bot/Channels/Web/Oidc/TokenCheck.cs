using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Channels.Web.Oidc;

/// <summary>Whether an id_token is the provider's, meant for the desk, of this attempt and of now.</summary>
internal sealed class TokenCheck(OidcOptions options, TimeProvider time)
{
    private const int LongestSubject = 255;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256];

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = 64 * 1024, MapInboundClaims = false };

    /// <summary>Checks it.</summary>
    /// <param name="token">The id_token.</param>
    /// <param name="provider">Issuer and keys.</param>
    /// <param name="nonce">The attempt's.</param>
    internal async Task<Verdict> CheckAsync(string token, OpenIdConnectConfiguration provider, string nonce)
    {
        var result = await handler.ValidateTokenAsync(token, Rules(provider));
        // The type says what was wrong; the message may hold parts of the token.
        if (!result.IsValid) return new Verdict(null, result.Exception.GetType().Name, result.Exception is SecurityTokenSignatureKeyNotFoundException);
        var valid = (JsonWebToken)result.SecurityToken;
        return Fault(valid, nonce) is { } fault ? new Verdict(null, fault) : new Verdict(valid, "");
    }

    private TokenValidationParameters Rules(OpenIdConnectConfiguration provider) => new()
    {
        ValidIssuer = provider.Issuer,
        ValidAudience = options.ClientId,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = provider.SigningKeys,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        LifetimeValidator = (from, until, _, _) => IsNow(from, until),
    };

    private bool IsNow(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        // Added to now: a token's own times may stand at the ends of the calendar.
        return until is not null && now - Skew < until && (from is null || now + Skew >= from);
    }

    private string? Fault(JsonWebToken token, string nonce)
    {
        if (!token.TryGetPayloadValue<string>("nonce", out var given) || given != nonce) return "nonce";
        if (string.IsNullOrEmpty(token.Subject) || token.Subject.Length > LongestSubject) return "sub";
        // A token for several must say for whom it was made.
        var party = token.TryGetPayloadValue<string>("azp", out var azp) ? azp : null;
        return party == options.ClientId || (party is null && token.Audiences.Count() == 1) ? null : "azp";
    }

    /// <summary>What was found.</summary>
    /// <param name="Token">The token; null where it is refused.</param>
    /// <param name="Fault">Why.</param>
    /// <param name="IsUnknownKey">Whether fresh keys may help.</param>
    internal readonly record struct Verdict(JsonWebToken? Token, string Fault, bool IsUnknownKey = false);
}
