using System.Diagnostics;

namespace Benchmarks;

/// <summary>Other programs that a measurement needs.</summary>
internal static class Commands
{
    /// <summary>Runs one to its end and gives what it wrote on standard output.</summary>
    /// <exception cref="UsageException">It failed; the message ends with what it said.</exception>
    internal static string Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        using var process = Start(program, arguments, environment, folder);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new UsageException($"{program} failed with {process.ExitCode}: {output}{error.Result}");
        return output;
    }

    /// <summary>Starts one and lets it run.</summary>
    internal static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? Repository.Root };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start) ?? throw new UsageException($"{program} could not be started");
    }

    /// <summary>Sees to it that a program or file of a Debian package is there.</summary>
    internal static void Need(string package, string file)
    {
        if (File.Exists(file)) return;
        if (Environment.UserName != "root") throw new UsageException($"{file} is missing; install {package} and run this again");
        Run("apt-get", ["update"]);
        Run("apt-get", ["install", "-y", "--no-install-recommends", package], new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" });
    }
}
