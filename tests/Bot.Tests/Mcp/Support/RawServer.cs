using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Bot.Tests.Mcp.Support;

/// <summary>The real process with its pipes in the test's own hands.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-mcp-").FullName;
    private readonly Process process;
    private readonly Task<string> errors;
    private readonly List<string> lines = [];

    internal RawServer(params string[] arguments)
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [ClientSession.Program, "mcp", $"--Storage:Folder={folder}", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Every line that was read so far.</summary>
    internal IReadOnlyList<string> Lines => lines;

    internal Task SendAsync(string line) => SendAsync(Encoding.UTF8.GetBytes(line));

    internal async Task SendAsync(ReadOnlyMemory<byte> line)
    {
        var input = process.StandardInput.BaseStream;
        await input.WriteAsync(line);
        await input.WriteAsync("\n"u8.ToArray());
        await input.FlushAsync();
    }

    internal async Task InitializeAsync()
    {
        await SendAsync("""{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""");
        _ = await AnswerAsync(0);
        await SendAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
    }

    /// <summary>The answer to a request; those that come before it are kept.</summary>
    internal async Task<JsonElement> AnswerAsync(int id)
    {
        while (true)
        {
            if (lines.Select(Message).FirstOrDefault(m => m.TryGetProperty("id", out var of) && of.ValueKind == JsonValueKind.Number && of.GetInt32() == id) is { ValueKind: JsonValueKind.Object } found) return found;
            lines.Add(await process.StandardOutput.ReadLineAsync() ?? throw new EndOfStreamException($"No answer to {id}: {await errors}"));
        }
    }

    /// <summary>Closes the input and gives the exit code and what stands on standard error.</summary>
    internal async Task<(int Exit, string Errors)> CloseAsync()
    {
        process.StandardInput.Close();
        return await EndAsync();
    }

    /// <summary>Asks the process to end, as a service manager does.</summary>
    internal async Task<(int Exit, string Errors)> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        return await EndAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A line as a message of the protocol.</summary>
    internal static JsonElement Message(string line)
    {
        var message = JsonElement.Parse(line);
        Assert.Equal("2.0", message.GetProperty("jsonrpc").GetString());
        Assert.True(message.TryGetProperty("method", out _) || message.TryGetProperty("result", out _) || message.TryGetProperty("error", out _), line);
        return message;
    }

    private async Task<(int Exit, string Errors)> EndAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line) lines.Add(line);
        await process.WaitForExitAsync();
        return (process.ExitCode, await errors);
    }
}
