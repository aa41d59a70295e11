using System.Globalization;

namespace Bot.Store.Databases;

/// <summary>The database's file and the two that SQLite keeps beside it.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="time">Dates what is set aside.</param>
internal sealed class SqliteFile(string folder, TimeProvider time)
{
    private static readonly string[] Suffixes = ["", "-wal", "-shm"];

    internal string Path { get; } = System.IO.Path.Combine(folder, "assistant.db");

    /// <summary>Makes the folder, for this user alone: conversations are personal data.</summary>
    internal void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Whether a log is left whose database is gone; a new database would delete it.</summary>
    internal bool IsOrphaned() =>
        new FileInfo(Path) is not { Exists: true, Length: > 0 } && new FileInfo(Path + "-wal") is { Exists: true, Length: > 0 };

    /// <summary>Whether checking the whole file at start keeps within the time that a start may take.</summary>
    internal bool IsQuickToCheck() => new FileInfo(Path) is { Exists: true, Length: < 128L * 1024 * 1024 };

    /// <summary>Renames the files, so that a new database can be begun and the old one be examined. Never overwrites.</summary>
    internal void SetAside()
    {
        var name = Path + ".corrupt-" + time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        foreach (var suffix in Suffixes.Where(suffix => File.Exists(Path + suffix)))
            File.Move(Path + suffix, name + suffix, overwrite: false);
    }
}
