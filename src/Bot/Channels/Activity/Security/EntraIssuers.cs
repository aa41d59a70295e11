namespace Bot.Channels.Activity.Security;

/// <summary>Whether an issuer is Entra in our cloud, and for which tenant.</summary>
internal sealed class EntraIssuers(ActivityOptions options)
{
    /// <summary>The tenant that the issuer and <c>tid</c> agree on; null where the issuer is not Entra's, or they do not agree.</summary>
    internal string? TenantOf(TokenClaims claims)
    {
        var (start, end) = IsVersion2(claims) ? (options.Cloud.Login + "/", "/v2.0") : (options.Cloud.EntraVersion1 + "/", "/");
        if (!IsVersion2(claims) && claims.Text("ver") is not (null or "1.0")) return null;
        return claims.Text("tid") is { Length: > 0 } tenant && claims.Issuer == start + tenant + end ? tenant : null;
    }

    internal static bool IsVersion2(TokenClaims claims) => claims.Text("ver") == "2.0";
}
