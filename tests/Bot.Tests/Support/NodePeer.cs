using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Bot.Tests.Support;

/// <summary>A program of tests/Peers, run to its end by Node.</summary>
internal static class NodePeer
{
    /// <summary>The folder of a peer, which holds what npm installed.</summary>
    internal static string Folder(string peer)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Assistant.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository.");
        folder = Path.Combine(folder, "tests", "Peers", peer);
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), $"The peer is not installed: run npm ci in tests/Peers/{peer}, as ./test does.");
        return folder;
    }

    /// <summary>Starts it.</summary>
    internal static Process Start(string peer, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder(peer), RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException("Node.js is missing: install Debian's nodejs, as ./test does.", e);
        }
    }

    /// <summary>What it wrote, one JSON value a line.</summary>
    internal static async Task<List<JsonElement>> RunAsync(string peer, params IEnumerable<string> arguments)
    {
        using var process = Start(peer, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
