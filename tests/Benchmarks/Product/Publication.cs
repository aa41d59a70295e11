namespace Benchmarks.Product;

/// <summary>The program, published the way that the README says; once for all measurements of a run.</summary>
internal static class Publication
{
    // Names a folder that it was published to before.
    private const string Given = "BENCHMARKS_PUBLISHED";

    private static readonly Lazy<string> Published = new(() =>
    {
        if (Environment.GetEnvironmentVariable(Given) is { Length: > 0 } given) return given;
        var folder = Directory.CreateTempSubdirectory("published-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        Commands.Run("dotnet", ["publish", Path.Combine(Repository.Root, "src", "Bot"), "-c", "Release", "-o", folder]);
        return folder;
    });

    internal static string Folder => Published.Value;
}
