namespace Knowledge.Tests.Support;

/// <summary>A folder that is gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("corpus-").FullName;

    internal void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    internal void Write(string file, byte[] bytes) => File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
