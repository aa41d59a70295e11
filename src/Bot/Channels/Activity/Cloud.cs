namespace Bot.Channels.Activity;

/// <summary>One cloud's addresses; none of them vouches for another cloud's.</summary>
/// <param name="ChannelIssuer">Who signs the channels' tokens; also the audience of ours.</param>
/// <param name="ChannelMetadata">Where the channels' keys are found.</param>
/// <param name="EntraMetadata">Where Entra's keys are found.</param>
/// <param name="Login">Where tokens come from, without the tenant.</param>
/// <param name="EntraVersion1">Begins the issuer of Entra's version 1 tokens.</param>
/// <param name="BotTenant">The tenant of multi-tenant bots.</param>
internal sealed record Cloud(string ChannelIssuer, string ChannelMetadata, string EntraMetadata, string Login, string EntraVersion1, string BotTenant)
{
    internal static readonly Cloud Public = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
        "https://login.microsoftonline.com",
        "https://sts.windows.net",
        "botframework.com");

    internal static readonly Cloud UsGovernment = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration",
        "https://login.microsoftonline.us",
        "https://sts.windows.net",
        "MicrosoftServices.onmicrosoft.us");

    internal static readonly Cloud China = new(
        "https://api.botframework.azure.cn",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0/.well-known/openid-configuration",
        "https://login.partner.microsoftonline.cn",
        "https://sts.chinacloudapi.cn",
        "microsoftservices.partner.onmschina.cn");

    /// <summary>The cloud that an issuer, a login address or a scope belongs to; the public one where none names another.</summary>
    internal static Cloud Of(params ReadOnlySpan<string?> addresses)
    {
        foreach (var address in addresses)
        {
            foreach (var cloud in new[] { China, UsGovernment })
            {
                if (address is not null && (address.StartsWith(cloud.ChannelIssuer, StringComparison.Ordinal) || address.StartsWith(cloud.Login + "/", StringComparison.Ordinal))) return cloud;
            }
        }

        return Public;
    }
}
