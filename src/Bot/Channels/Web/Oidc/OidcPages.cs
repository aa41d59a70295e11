namespace Bot.Channels.Web.Oidc;

/// <summary>What a browser is shown on its way through the provider.</summary>
/// <param name="Welcome">Signed in; leads on.</param>
/// <param name="Farewell">Signed out here; leads on to sign out at the provider.</param>
/// <param name="Refused">Not signed in.</param>
/// <param name="Unavailable">The provider does not answer.</param>
/// <param name="Wait">Too many attempts.</param>
internal sealed record OidcPages(PageFile Welcome, PageFile Farewell, PageFile Refused, PageFile Unavailable, PageFile Wait);
