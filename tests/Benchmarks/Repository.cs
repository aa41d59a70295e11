namespace Benchmarks;

/// <summary>Where things lie in the repository that this program was built from.</summary>
internal static class Repository
{
    private static readonly Lazy<string> Found = new(() =>
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Assistant.sln"))) return folder.FullName;
        }

        throw new UsageException("Benchmarks has to be run from its place in the repository");
    });

    internal static string Root => Found.Value;

    /// <summary>A file or folder of this project.</summary>
    internal static string Benchmarks(params ReadOnlySpan<string> parts) => Path.Combine([Root, "tests", "Benchmarks", .. parts]);
}
