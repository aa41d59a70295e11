namespace Bot.Settings.Declared;

/// <summary>What the channels share.</summary>
internal static class BotSettings
{
    internal static SettingGroup Group { get; } = new("各渠道共用",
    [
        new("Bot:BaseUrl", "空", "外部可访问的网址，用于微信和企业微信里答复单的链接"),
        new("Bot:PublicUrl", "空", "对外的 https 地址，用于 Teams 引用的链接和应用包"),
        new("Bot:HumanContact", "空", "「转人工」时给出的联系方式，例如 `县科工局 0797-0000000`"),
        new("Bot:OutboxHours", "24", "没能送出的答复最多留几小时：1 至 48（只用 Teams 时可到 720）"),
        new("Bot:AllowedServiceHosts", "空", "除微软的域名外，还可以向哪些主机答复，以逗号分隔，`*.` 开头表示子域名") { IsList = true },
        new("Bot:AllowedCallers", "空", "还允许哪些应用（编号）调用 `/api/messages`，以逗号分隔") { IsList = true },
        new("Bot:HashKey", "由应用密码得出", "Teams 和网页对话的用户标识变成散列所用的密钥；没有应用密码时保存在数据目录。多个实例须设成同一个随机值"),
        new("Bot:AllowWithoutAppId", "false", "不接 Teams、又要监听本机以外的地址时设为 true；`/api/messages` 仍只应答本机"),
    ]);
}
