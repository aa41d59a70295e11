using Bot.Channels.Web.Oidc;
using Bot.Hosting;

namespace Bot.Channels.Web;

/// <summary>How one signs in at the desk: with a secret, with an account at a provider, with either, or not at all.</summary>
/// <param name="Secret"><c>Desk:Secret</c>; empty is none.</param>
/// <param name="Oidc"><c>Desk:Oidc</c>; null is none.</param>
internal sealed record SignInWays(string Secret, OidcOptions? Oidc)
{
    /// <summary>Whether <c>Desk:Secret</c> is set.</summary>
    internal bool HasSecret => Secret.Length > 0;

    /// <summary>Whether there is any way; without one the desk is open on loopback only.</summary>
    internal bool Any => HasSecret || Oidc is not null;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartException">One is missing or wrong.</exception>
    internal static SignInWays Read(IConfiguration configuration) => new(configuration["Desk:Secret"] ?? "", OidcOptions.Read(configuration));
}
