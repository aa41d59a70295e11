using System.Diagnostics;
using Bot.Tests.Support;

namespace Bot.Tests.Deployment;

/// <summary>The program as <c>dotnet publish</c> puts it into one folder, made once from what is built.</summary>
public sealed class Published : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("published-").FullName;

    /// <summary>The one folder.</summary>
    internal string Folder => Path.Combine(root, "program");

    /// <summary>A data folder for one test.</summary>
    internal string NewData() => Directory.CreateDirectory(Path.Combine(root, Guid.NewGuid().ToString("N"))).FullName;

    public async Task InitializeAsync()
    {
        // …/tests/Bot.Tests/bin/Release/net10.0: what was built for these tests is what is published.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var (code, output) = await Run.OfAsync("dotnet", ["publish", Path.Combine(Repository.Root, "src", "Bot"), "-c", configuration, "--no-build", "-p:PublishReadyToRun=false", "-nodeReuse:false", "-o", Folder]);
        Assert.True(code == 0, output);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return Task.CompletedTask;
    }
}

/// <summary>Tests that share the published folder.</summary>
[CollectionDefinition(Name)]
public sealed class SharingPublished : ICollectionFixture<Published>
{
    internal const string Name = "published";
}

/// <summary>Another program, run to its end.</summary>
internal static class Run
{
    /// <returns>Its exit code and all that it wrote.</returns>
    internal static async Task<(int Code, string Output)> OfAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
