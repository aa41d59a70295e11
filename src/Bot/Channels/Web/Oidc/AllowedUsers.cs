using Microsoft.IdentityModel.JsonWebTokens;

namespace Bot.Channels.Web.Oidc;

/// <summary>Who of all that the provider knows may use the desk; nobody where nothing is named.</summary>
/// <param name="Names">Subjects and e-mail addresses.</param>
/// <param name="Claim">A claim that lets everybody in who bears it; null is none.</param>
/// <param name="Value">What that claim must say.</param>
internal sealed record AllowedUsers(IReadOnlyList<string> Names, string? Claim, string Value)
{
    /// <summary>Whether nobody may.</summary>
    internal bool IsEmpty => Names.Count == 0 && Claim is null;

    /// <summary>Whether the bearer of a token, already found valid, may.</summary>
    internal bool Contains(JsonWebToken token) =>
        Names.Contains(token.Subject, StringComparer.Ordinal)
        || (VerifiedEmail(token) is { } email && Names.Contains(email, StringComparer.OrdinalIgnoreCase))
        || (Claim is not null && token.Claims.Any(claim => claim.Type == Claim && claim.Value == Value));

    // An address that nobody verified is only what its bearer says it is. Some providers write the flag as text.
    private static string? VerifiedEmail(JsonWebToken token) =>
        token.TryGetPayloadValue<string>("email", out var email) && email is { Length: > 0 }
        && token.TryGetClaim("email_verified", out var verified) && verified.Value.Equals("true", StringComparison.OrdinalIgnoreCase)
            ? email
            : null;
}
