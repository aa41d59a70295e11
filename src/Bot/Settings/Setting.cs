namespace Bot.Settings;

/// <summary>One setting that the program reads.</summary>
/// <param name="Name">As configuration names it: <c>Storage:Folder</c>.</param>
/// <param name="Default">What holds where it is not set, as an office reads it.</param>
/// <param name="Meaning">What it is for, with its range where it has one; Chinese, without a full stop at the end.</param>
internal sealed record Setting(string Name, string Default, string Meaning)
{
    /// <summary>Whether it may also be given as a list of the settings file (<c>Name:0</c>, <c>Name:1</c>, …).</summary>
    internal bool IsList { get; init; }
}

/// <summary>Settings that belong together.</summary>
/// <param name="Title">The heading, in Chinese.</param>
/// <param name="Settings">The settings, the ones that are used most first.</param>
internal sealed record SettingGroup(string Title, IReadOnlyList<Setting> Settings);
