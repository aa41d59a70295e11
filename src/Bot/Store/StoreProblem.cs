namespace Bot.Store;

/// <summary>Why nothing can be kept, in the terms that the doors tell apart.</summary>
internal enum StoreFault
{
    /// <summary>The program has not opened it yet, or is ending.</summary>
    Closed,

    /// <summary>Another program holds it.</summary>
    Locked,

    /// <summary>The folder or the server takes no writes.</summary>
    ReadOnly,

    /// <summary>No space is left; over HTTP this is a 507.</summary>
    Full,

    /// <summary>The file is damaged; it is being set aside.</summary>
    Corrupt,

    /// <summary>The folder or the file is not there, or cannot be opened or read.</summary>
    Unreadable,

    /// <summary>It was written by a newer program.</summary>
    TooNew,

    /// <summary>The database server does not answer.</summary>
    Unreachable,
}

/// <summary>A fault and the sentence that says so.</summary>
/// <param name="Fault">What it is.</param>
/// <param name="Reason">One Chinese sentence without paths, servers or secrets: it is shown to everybody.</param>
internal sealed record StoreProblem(StoreFault Fault, string Reason)
{
    internal static readonly StoreProblem Starting = new(StoreFault.Closed, "数据库正在打开，请稍后再试。");
    internal static readonly StoreProblem Stopping = new(StoreFault.Closed, "程序正在停止，暂不保存新的记录。");
    internal static readonly StoreProblem Locked = new(StoreFault.Locked, "数据库正被其他程序占用，暂时不能保存记录。");
    internal static readonly StoreProblem ReadOnly = new(StoreFault.ReadOnly, "数据库只读，暂时不能保存记录，请检查数据文件夹的权限。");
    internal static readonly StoreProblem Full = new(StoreFault.Full, "磁盘空间已满，暂时不能保存记录。");
    internal static readonly StoreProblem Corrupt = new(StoreFault.Corrupt, "数据库文件已损坏，正在另存原文件并新建数据库。");
    internal static readonly StoreProblem Unreadable = new(StoreFault.Unreadable, "数据文件夹或数据库文件不存在或无法读写，暂时不能保存记录。");
    internal static readonly StoreProblem Unreachable = new(StoreFault.Unreachable, "连接不上数据库服务器，暂时不能保存记录。");

    internal static StoreProblem TooNew(int found, int known) => new(
        StoreFault.TooNew,
        FormattableString.Invariant($"数据库的结构版本（{found}）比本程序认识的（{known}）新，请升级程序后再用，数据未作改动。"));
}
