namespace Bot.Channels.Web.Oidc;

/// <summary>The provider does not answer as the protocol says; the message holds nothing of what it sent.</summary>
internal sealed class ProviderException(string message) : Exception(message);
