using Bot.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Channels.Activity.Security;

/// <summary>Finds out who calls, in the order that the protocol names; nothing leaves the machine for a caller who fails.</summary>
internal sealed partial class CallerCheck(ActivityOptions options, AuthorityKeys keys, TimeProvider time, ILogger<CallerCheck> logger)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new();
    private readonly EntraIssuers entra = new(options);

    /// <summary>The caller; or null and the status to refuse with.</summary>
    internal async ValueTask<(Caller? Caller, int Status)> CheckAsync(HttpContext context)
    {
        if (options.IsLocal) return Loopback.Is(context) ? (Caller.OfThisMachine, 0) : Refuse(StatusCodes.Status403Forbidden, "not on loopback");
        if (TokenClaims.Read(context.Request.Headers.Authorization) is not { } claims) return Refuse(401, "no token");
        if (claims is not { Algorithm: SecurityAlgorithms.RsaSha256, KeyId: { Length: > 0 } kid, IsCritical: false }) return Refuse(401, "algorithm or key id");
        // Read without trust, and only to choose whose keys to ask: one authority's never vouch for the other's issuer.
        var isChannel = claims.Issuer == options.ChannelIssuer;
        if (!isChannel && entra.TenantOf(claims) is null) return Refuse(401, "issuer");
        var key = await (isChannel ? keys.Channels : keys.Entra).FindAsync(kid, context.RequestAborted);
        if (key is null) return Refuse(401, "unknown key");
        if (!await IsSignedAsync(claims.Token, key.Key)) return Refuse(401, "signature");
        if (!claims.IsFor(options.AppId)) return Refuse(401, "audience");
        if (!claims.IsTimely(time.GetUtcNow(), Skew)) return Refuse(401, "time");
        return isChannel ? Channel(claims, key) : Application(claims);
    }

    private (Caller?, int) Channel(TokenClaims claims, SigningKey key) =>
        claims.Text("serviceurl") is { Length: > 0 } serviceUrl ? (new Caller.Channel(serviceUrl, key.Endorsements), 0) : Refuse(401, "serviceurl");

    private (Caller?, int) Application(TokenClaims claims)
    {
        if (!options.Tenants.Contains(entra.TenantOf(claims)!)) return Refuse(401, "tenant");
        var caller = claims.Text(EntraIssuers.IsVersion2(claims) ? "azp" : "appid");
        return caller is { Length: > 0 } && (caller.Equals(options.AppId, StringComparison.OrdinalIgnoreCase) || options.AllowedCallers.Contains(caller))
            ? (new Caller.Application(), 0)
            : Refuse(StatusCodes.Status403Forbidden, "caller");
    }

    // The signature alone: every claim is checked above, by a clock that tests can set.
    private static async Task<bool> IsSignedAsync(string token, SecurityKey key) => (await Handler.ValidateTokenAsync(token, new TokenValidationParameters
    {
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireSignedTokens = true,
        ValidateIssuerSigningKey = true,
        ValidateIssuer = false,
        ValidateAudience = false,
        ValidateLifetime = false,
    })).IsValid;

    private (Caller?, int) Refuse(int status, string reason)
    {
        Log.Refused(logger, status, reason);
        return (null, status);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A caller of the Activity endpoint was refused with {Status}: {Reason}.")]
        internal static partial void Refused(ILogger logger, int status, string reason);
    }
}
