namespace Bot.Settings.Declared;

/// <summary>Where answers are kept, and for how long.</summary>
internal static class StorageSettings
{
    internal static SettingGroup Group { get; } = new("存储",
    [
        new("Storage:Folder", "当前用户的数据目录下的 `policy-assistant`", "程序写入的内容都在这里，不写别处"),
        new("Storage:ConnectionString", "空", "空为该目录下的 SQLite；填 PostgreSQL 连接串则使用 PostgreSQL，多个实例可以共用"),
        new("Storage:AnswerDays", "180", "回答和反馈保存的天数，1 至 3650"),
        new("Storage:ConversationDays", "7", "对话停顿多少天后删除，1 至 3650"),
        new("Storage:ProcessedMessageDays", "7", "用于识别重复投递的消息编号保存的天数，1 至 3650"),
        new("Storage:AccessDays", "180", "工作台查看、导出、删除记录保存的天数，1 至 3650（见 [个人信息](personal-data.md)）"),
        new("Storage:RetrySeconds", "3", "数据库不可用时每隔几秒重试，1 至 10"),
    ]);
}
