using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Bot.Tests.Support;

/// <summary>The real program in a process of its own, listening on a free port of this machine.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> errors = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServedProgram(ProcessStartInfo start)
    {
        start.RedirectStandardError = start.RedirectStandardOutput = true;
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.OutputDataReceived += (_, line) => Output.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>What it wrote to standard error so far.</summary>
    internal IReadOnlyCollection<string> Errors => errors;

    /// <summary>What it wrote to standard output so far; the end of it is an empty line.</summary>
    internal ConcurrentQueue<string> Output { get; } = new();

    /// <summary>Where it answers; a client that waits long enough for a busy machine.</summary>
    internal HttpClient Client { get; private set; } = null!;

    /// <summary>The process.</summary>
    internal int Id => process.Id;

    /// <summary>Starts the program beside the tests with an empty data folder, and waits until it is ready.</summary>
    internal static Task<ServedProgram> StartAsync(string folder, params IReadOnlyList<string> settings) =>
        StartAsync(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Bot.dll"), "serve", "--urls=http://127.0.0.1:0", $"--Storage:Folder={folder}", "--Limits:RequestsPerMinute=0", .. settings]));

    /// <summary>Starts it by any command line.</summary>
    internal static async Task<ServedProgram> StartAsync(ProcessStartInfo start)
    {
        var served = new ServedProgram(start);
        try
        {
            var ended = served.process.WaitForExitAsync();
            if (await Task.WhenAny(served.listening.Task, ended, Task.Delay(TimeSpan.FromSeconds(60))) != served.listening.Task)
                Assert.Fail($"The program does not listen: {string.Join('\n', served.Errors)}");
            served.Client = new HttpClient { BaseAddress = await served.listening.Task, Timeout = TimeSpan.FromSeconds(60) };
            await served.UntilReadyAsync();
            return served;
        }
        catch
        {
            await served.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks and gives the answer.</summary>
    internal async Task<JsonElement> AskAsync(string text)
    {
        using var response = await Client.PostAsJsonAsync("/api/ask", new { text });
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Tells it to stop, as a service manager does.</summary>
    internal void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    internal async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task UntilReadyAsync()
    {
        for (var tries = 0; tries < 300; tries++)
        {
            using var reply = await Client.GetAsync("/readyz");
            var text = await reply.Content.ReadAsStringAsync();
            // Degraded is for the test to judge.
            if (!text.Contains("starting", StringComparison.Ordinal)) return;
            await Task.Delay(100);
        }

        Assert.Fail("The program does not become ready.");
    }

    private void Note(string? line)
    {
        if (line is null) return;
        errors.Enqueue(line);
        const string mark = "Now listening on: ";
        if (line.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at) listening.TrySetResult(new Uri(line[(at + mark.Length)..].Split('"', ' ')[0]));
    }
}
