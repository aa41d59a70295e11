namespace Bot.Tests.Store.Support;

/// <summary>A data folder that is gone after the test.</summary>
internal sealed class DataFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("store-").FullName;

    internal string Database => System.IO.Path.Combine(Path, "assistant.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal OpenStore Open(ShiftedTime? time = null) => new(time ?? new ShiftedTime(), ("Folder", Path));

    internal string[] SetAside() => Directory.GetFiles(Path, "assistant.db.corrupt-*");
}
