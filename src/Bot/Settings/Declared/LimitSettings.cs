namespace Bot.Settings.Declared;

/// <summary>How much one client may take.</summary>
internal static class LimitSettings
{
    internal static SettingGroup Group { get; } = new("限制",
    [
        new("Limits:RequestsPerMinute", "60", "每分钟的请求数：`/api/*` 按来源地址，各渠道按用户，重试不计；0 为不限"),
        new("Limits:AtOnce", "200", "同时处理的请求数（`/api`、各渠道）；0 为不限"),
        new("Limits:Waiting", "800", "排队等候的请求数，再多的返回 429 和 `Retry-After`"),
        new("Limits:RequestSeconds", "30", "一个请求从收到到答复的总时限（秒，0 至 3600），含接收内容和排队；超过的返回 503 和 `Retry-After`；0 为不限。网页对话的 WebSocket 连接不受此限"),
        new("Limits:TrustedProxies", "空", "可信反向代理的 IP 地址，用逗号分隔；只有它们转发的来源地址和协议才被采信"),
    ]);
}
