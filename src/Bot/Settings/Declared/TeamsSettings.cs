namespace Bot.Settings.Declared;

/// <summary>Teams and the Bot Framework; Microsoft's names.</summary>
internal static class TeamsSettings
{
    internal static SettingGroup Group { get; } = new("Teams（Bot Framework）",
    [
        new("MicrosoftAppId", "空", "应用编号；空则 `/api/messages` 只应答本机"),
        new("MicrosoftAppPassword", "空", "应用密码"),
        new("MicrosoftAppType", "空", "`SingleTenant` 或 `MultiTenant`；空时按是否设置租户判断"),
        new("MicrosoftAppTenantId", "空", "租户编号，`SingleTenant` 时必填"),
        new("ToChannelFromBotLoginUrl", "公有云的地址", "取令牌的地址，其后接 `/oauth2/v2.0/token`"),
        new("ToChannelFromBotOAuthScope", "公有云的范围", "取令牌时的范围"),
        new("ToBotFromChannelTokenIssuer", "公有云的签发者", "来访令牌的签发者；世纪互联填 `https://api.botframework.azure.cn`"),
        new("ToBotFromChannelOpenIdMetadataUrl", "公有云的地址", "来访令牌签名密钥的元数据地址"),
        new("ToBotFromEmulatorOpenIdMetadataUrl", "公有云的地址", "开发工具和应用令牌签名密钥的元数据地址"),
    ]);
}
