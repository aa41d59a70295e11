namespace Bot.Tests.Store.Support;

/// <summary>A data folder that is gone after the test.</summary>
internal sealed class DataFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("store-").FullName;

    internal string Database => System.IO.Path.Combine(Path, "assistant.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal OpenStore Open(ShiftedTime? time = null) => new(time ?? new ShiftedTime(), ("Folder", Path));

    /// <summary>As a command does beside the program that serves.</summary>
    internal OpenStore Visit() => new(new ShiftedTime(), isServing: false, ("Folder", Path));

    /// <summary>What the disk would hold if the process died now.</summary>
    internal DataFolder Copy()
    {
        var copy = new DataFolder();
        foreach (var file in Directory.GetFiles(Path, "assistant.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(file, System.IO.Path.Combine(copy.Path, System.IO.Path.GetFileName(file)));
        return copy;
    }

    internal string[] SetAside() => Directory.GetFiles(Path, "assistant.db.corrupt-*");
}
