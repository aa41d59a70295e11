namespace Bot.Settings.Declared;

/// <summary>Personal data.</summary>
internal static class PrivacySettings
{
    internal static SettingGroup Group { get; } = new("个人信息",
    [
        new("Privacy:Key", "数据目录里的随机密钥", "微信和企业微信的用户标识变成散列所用的密钥；多个实例须设成同一个值"),
    ]);
}
