namespace Bot.Settings;

/// <summary>Says at start which settings have no effect; their values are not repeated.</summary>
internal static partial class SettingWarnings
{
    internal static void Write(IConfiguration configuration, ILogger logger)
    {
        foreach (var unknown in UnknownSettings.Find(configuration)) Log.Unknown(logger, unknown.Name, unknown.Nearest);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "没有配置项 {Name}，它不起作用；是否应为 {Nearest}？")]
        internal static partial void Unknown(ILogger logger, string name, string nearest);
    }
}
