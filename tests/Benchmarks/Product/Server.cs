using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Benchmarks.Product;

/// <summary>A server in a process of its own, on a free port of this machine.</summary>
internal sealed class Server : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Pause = TimeSpan.FromMilliseconds(5);
    private readonly Process process;
    private readonly string? folder;

    private Server(Process process, int port, string? folder, TimeSpan ready)
    {
        (this.process, this.folder, ReadyAfter) = (process, folder, ready);
        Address = $"http://127.0.0.1:{port}";
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal string Address { get; }

    /// <summary>From the start of the process to the first reply that says so.</summary>
    internal TimeSpan ReadyAfter { get; }

    /// <summary>Processor time so far, the kernel's share included.</summary>
    internal TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in MB, as the kernel counts it.</summary>
    internal double Resident =>
        File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)) is var line
            ? double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024
            : 0;

    /// <summary>The program as it was published, on a data folder of its own, without a limit of requests.</summary>
    /// <param name="published">Where it was published to.</param>
    /// <param name="data">The data folder; a new one, deleted at the end, where null.</param>
    internal static Server Ours(string published, string? data = null)
    {
        var own = data is null ? Directory.CreateTempSubdirectory("benchmark-").FullName : null;
        var settings = new Dictionary<string, string> { ["Storage__Folder"] = data ?? own!, ["Limits__RequestsPerMinute"] = "0" };
        return Begin(port => Commands.Start("dotnet", [Path.Combine(published, "Bot.dll"), "serve", "--urls", $"http://127.0.0.1:{port}"], settings), "/readyz", own);
    }

    /// <summary>One of the peers in Peers/.</summary>
    internal static Server Peer(string name)
    {
        var folder = Repository.Benchmarks("Peers", name);
        return Begin(port => Commands.Start("node", ["index.js"], new Dictionary<string, string> { ["NODE_ENV"] = "production", ["PORT"] = $"{port}" }, folder), "/", null);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }

    private static Server Begin(Func<int, Process> start, string path, string? folder)
    {
        var port = FreePort();
        var began = Stopwatch.GetTimestamp();
        var process = start(port);
        using var http = new HttpClient();
        while (Stopwatch.GetElapsedTime(began) < Patience && !process.HasExited)
        {
            if (IsReady(http, new Uri($"http://127.0.0.1:{port}{path}"), path == "/")) return new Server(process, port, folder, Stopwatch.GetElapsedTime(began));
            Thread.Sleep(Pause);
        }

        if (!process.HasExited) process.Kill();
        throw new UsageException($"the server did not become ready: {process.StandardError.ReadToEnd()}");
    }

    private static bool IsReady(HttpClient http, Uri address, bool anyStatus)
    {
        try
        {
            using var response = http.GetAsync(address).GetAwaiter().GetResult();
            return anyStatus || response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
