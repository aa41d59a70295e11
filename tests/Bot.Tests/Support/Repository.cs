namespace Bot.Tests.Support;

/// <summary>The files that are not shipped: documentation, deployment examples, the code itself.</summary>
internal static class Repository
{
    /// <summary>The folder of Assistant.sln.</summary>
    internal static string Root { get; } = Find();

    /// <summary>A file's text.</summary>
    internal static string Read(params string[] path) => File.ReadAllText(PathTo(path));

    /// <summary>Where a file stands.</summary>
    internal static string PathTo(params string[] path) => Path.Combine([Root, .. path]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Assistant.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("The tests are not run where they were built.");
        return folder.FullName;
    }
}
