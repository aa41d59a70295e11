using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Channels.Web.Oidc;

/// <summary>The authorization code flow with PKCE, from the desk's side.</summary>
internal sealed class ProviderSignIn(OidcOptions options, ProviderMetadata metadata, ProviderCalls calls, TokenCheck check)
{
    /// <summary>Where the browser is sent to.</summary>
    /// <returns>Null where the provider cannot be asked.</returns>
    internal async Task<(string? Address, string Fault)> AddressAsync(Flow flow, string redirect, CancellationToken cancellation)
    {
        try
        {
            var provider = await metadata.GetAsync(null, cancellation);
            return (QueryHelpers.AddQueryString(provider.AuthorizationEndpoint, new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["response_type"] = "code",
                ["client_id"] = options.ClientId,
                ["redirect_uri"] = redirect,
                ["scope"] = options.Allowed.Claim is null ? "openid email" : "openid email profile",
                ["state"] = flow.State,
                ["nonce"] = flow.Nonce,
                ["code_challenge"] = flow.Challenge,
                ["code_challenge_method"] = "S256",
            }), "");
        }
        catch (Exception e) when (IsProvidersFault(e, cancellation))
        {
            return (null, Reason(e));
        }
    }

    /// <summary>Where the session at the provider is ended (OpenID Connect RP-Initiated Logout 1.0).</summary>
    /// <param name="back">Where the browser is sent afterwards.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null where the provider offers no such place, or cannot be asked.</returns>
    internal async Task<string?> FarewellAsync(string back, CancellationToken cancellation)
    {
        try
        {
            var provider = await metadata.GetAsync(null, cancellation);
            if (!OidcOptions.IsSafe(provider.EndSessionEndpoint)) return null;
            // The id_token that would name the session is not kept: the provider may ask the user which one is meant.
            return new Uri(QueryHelpers.AddQueryString(provider.EndSessionEndpoint, new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["client_id"] = options.ClientId,
                ["post_logout_redirect_uri"] = back,
            })).AbsoluteUri;
        }
        catch (Exception e) when (IsProvidersFault(e, cancellation))
        {
            return null;
        }
    }

    /// <summary>Asks the provider who came back with a code.</summary>
    /// <param name="flow">The attempt.</param>
    /// <param name="code">The code.</param>
    /// <param name="issuer">Who sent the browser back, where the provider says so (RFC 9207).</param>
    /// <param name="redirect">Where to, as it was said at the beginning.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal async Task<SignInOutcome> AskAsync(Flow flow, string code, string? issuer, string redirect, CancellationToken cancellation)
    {
        try
        {
            var provider = await metadata.GetAsync(null, cancellation);
            if (issuer is not null && issuer != provider.Issuer) return new SignInOutcome.Refused("iss of the callback");
            if (await calls.ExchangeAsync(provider, code, flow.Verifier, redirect, cancellation) is not { } token) return new SignInOutcome.Refused("code");
            var verdict = await check.CheckAsync(token, provider, flow.Nonce);
            // Providers change their keys without notice.
            if (verdict.IsUnknownKey) verdict = await check.CheckAsync(token, await metadata.GetAsync(provider, cancellation), flow.Nonce);
            if (verdict.Token is not { } valid) return new SignInOutcome.Refused(verdict.Fault);
            return options.Allowed.Contains(valid) ? new SignInOutcome.Accepted(valid.Subject) : new SignInOutcome.Refused("not an allowed user");
        }
        catch (Exception e) when (IsProvidersFault(e, cancellation))
        {
            return new SignInOutcome.Unavailable(Reason(e));
        }
    }

    // The libraries throw ArgumentException and InvalidOperationException for documents that they cannot read.
    private static bool IsProvidersFault(Exception fault, CancellationToken cancellation) =>
        fault is ProviderException or HttpRequestException or IOException or JsonException or ArgumentException or InvalidOperationException
        || (fault is OperationCanceledException && !cancellation.IsCancellationRequested);

    private static string Reason(Exception fault) => fault is ProviderException ? fault.Message : fault.GetType().Name;
}
