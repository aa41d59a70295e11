namespace Bot.Settings.Declared;

/// <summary>Where it listens and how it logs; .NET's own names.</summary>
internal static class HostSettings
{
    internal static SettingGroup Group { get; } = new("监听与日志",
    [
        new("urls", "`http://127.0.0.1:5080`", "监听地址，命令行写作 `--urls`；对外服务请放在反向代理之后（见 [部署](deployment.md)）"),
        new("Logging:LogLevel:Default", "Information", "日志级别：Debug、Information、Warning、Error；各级别都不写提问内容"),
        new("Logging:LogLevel:Microsoft.AspNetCore", "Warning", "网页框架自身的日志级别"),
        new("Logging:Console:FormatterName", "simple", "日志格式；json 为每行一个 JSON。日志都写到标准错误"),
    ]);
}
