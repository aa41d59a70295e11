using System.Diagnostics;
using System.Net;

namespace Bot.Tests.Pages.Support;

/// <summary>The program in a process of its own, just started: nothing in it is compiled or read yet.</summary>
internal sealed class ColdServer : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly string folder = Directory.CreateTempSubdirectory("cold-").FullName;
    private readonly TaskCompletionSource<string> listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;

    /// <summary>Where it answers.</summary>
    internal string Address { get; private set; } = "";

    /// <summary>From its start until it called itself ready.</summary>
    internal TimeSpan Starting { get; private set; }

    internal static async Task<ColdServer> StartAsync()
    {
        var server = new ColdServer();
        try
        {
            await server.RunAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task RunAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "serve", "--urls=http://127.0.0.1:0", "--Bot:AllowWithoutAppId=true", $"--Storage:Folder={folder}"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.OutputDataReceived += (_, _) => { };
        process.Exited += (_, _) => listens.TrySetException(new InvalidOperationException("The program ended."));
        process.EnableRaisingEvents = true;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        Address = await listens.Task.WaitAsync(TimeSpan.FromMinutes(1));
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        while ((await client.GetAsync(new Uri("/readyz", UriKind.Relative))).StatusCode != HttpStatusCode.OK) await Task.Delay(20);
        Starting = TimeProvider.System.GetElapsedTime(began);
    }

    private void Read(string? line)
    {
        if (line?.IndexOf(Listening, StringComparison.Ordinal) is { } at and >= 0) listens.TrySetResult(line[(at + Listening.Length)..].Trim());
    }
}
