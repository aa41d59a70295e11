namespace Bot.Settings.Declared;

/// <summary>The documents.</summary>
internal static class CorpusSettings
{
    internal static SettingGroup Group { get; } = new("政策文件",
    [
        new("Corpus:Folder", "随程序提供的 `corpus`", "政策文件所在目录"),
        new("Corpus:ReloadSeconds", "5", "每隔几秒查看该目录；文件改动后先核对、再整体换上，不用重启；核对不过则保留原来的并写日志；0 为不查看"),
    ]);
}
