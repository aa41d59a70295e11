using System.Text.Json;
using ModelContextProtocol.Client;

namespace Bot.Tests.Mcp.Support;

/// <summary>The official client and the real process, with what the process writes kept aside.</summary>
public sealed class ClientSession : IAsyncLifetime
{
    internal const string AsOf = "2022-10-01";

    // What the pipe carries is written down on its way to the client.
    private const string Run = "dotnet \"$0\" mcp --as-of \"$1\" --Storage:Folder=\"$2/data\" | tee \"$2/output\"";

    private readonly string folder = Directory.CreateTempSubdirectory("bot-mcp-").FullName;
    private bool ended;

    internal static string Program => Path.Combine(AppContext.BaseDirectory, "Bot.dll");

    internal McpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // Long, because the machine may be busy: nothing here is about time.
        var transport = new StdioClientTransport(new StdioClientTransportOptions { Command = "sh", Arguments = ["-c", Run, Program, AsOf, folder], ShutdownTimeout = TimeSpan.FromMinutes(1) });
        Client = await McpClient.CreateAsync(transport, new McpClientOptions { InitializationTimeout = TimeSpan.FromMinutes(2) });
    }

    public async Task DisposeAsync()
    {
        if (!ended) await Client.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Ends the session and gives every line that the process wrote.</summary>
    internal async Task<IReadOnlyList<string>> EndAsync()
    {
        await Client.DisposeAsync();
        ended = true;
        return await File.ReadAllLinesAsync(Path.Combine(folder, "output"));
    }

    internal static Dictionary<string, object?> Arguments(string json) =>
        JsonElement.Parse(json).EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value);
}
