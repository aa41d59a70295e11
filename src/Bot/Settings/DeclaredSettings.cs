using Bot.Settings.Declared;

namespace Bot.Settings;

/// <summary>Every setting of the program, declared once: docs/configuration.md, the verb <c>settings</c> and the warning about unknown names are made from it.</summary>
/// <remarks>A test goes through the code and fails where a setting is read that is not declared, or declared and not read. A further group is one file in Declared/ and one word here.</remarks>
internal static class DeclaredSettings
{
    /// <summary>The groups, in the order in which an office sets them up.</summary>
    internal static IReadOnlyList<SettingGroup> Groups { get; } =
    [
        HostSettings.Group,
        StorageSettings.Group,
        CorpusSettings.Group,
        LimitSettings.Group,
        DeskSettings.Group,
        BotSettings.Group,
        TeamsSettings.Group,
        WeChatSettings.Group,
        WeComSettings.Group,
        PrivacySettings.Group,
        LanguageModelSettings.Group,
        TelemetrySettings.Group,
    ];

    /// <summary>The first words of our own names; under them a name that is not declared is a mistake.</summary>
    internal static IReadOnlyList<string> Sections { get; } = ["Storage", "Corpus", "Limits", "Desk", "Bot", "WeChat", "WeCom", "Privacy", "LanguageModel", "Telemetry"];

    /// <summary>All of them.</summary>
    internal static IEnumerable<Setting> All => Groups.SelectMany(g => g.Settings);
}
