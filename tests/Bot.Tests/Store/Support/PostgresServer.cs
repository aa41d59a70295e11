using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Bot.Tests.Store.Support;

/// <summary>A PostgreSQL server of the tests' own, on a private port and in a folder that is gone afterwards.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Root = "/usr/lib/postgresql";
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"store-postgres-{Guid.NewGuid():N}");
    private readonly int port = FreePort();
    private string programs = "";

    public async Task InitializeAsync()
    {
        programs = Directory.Exists(Root)
            ? Directory.GetDirectories(Root).Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault() ?? ""
            : "";
        if (programs.Length == 0)
            Assert.Fail($"No PostgreSQL server programs in {Root}/*/bin. Install them: apt-get install postgresql");
        await RunAsync("initdb", "-D", folder, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (programs.Length == 0)
            return;
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    // Without syncs, which a hundred new databases would wait for: no test here cuts the power.
    internal Task StartAsync() => RunAsync(
        "pg_ctl", "-D", folder, "-w", "-t", "30", "-l", Path.Combine(folder, "log"),
        "-o", string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c shared_buffers=16MB -c fsync=off"),
        "start");

    internal Task StopAsync() => RunAsync("pg_ctl", "-D", folder, "-w", "-m", "immediate", "stop");

    /// <summary>Creates an empty database.</summary>
    /// <returns>Its connection string.</returns>
    internal async Task<string> CreateDatabaseAsync()
    {
        var name = $"t{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        // Copying files takes a quarter of the time; versions before 15 know no other way.
        var strategy = connection.PostgreSqlVersion.Major >= 15 ? "STRATEGY file_copy" : "";
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} {strategy}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    private string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Database={database};Username=postgres;Maximum Pool Size=20");

    // initdb and postgres refuse to run as root; Debian's package brings a user for them.
    private async Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(programs, program);
        var start = Environment.UserName == "root"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = Path.GetTempPath();
        // Not to a pipe: the server inherits it from pg_ctl, and the pipe would not end before the server does.
        start.RedirectStandardInput = true;
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Tests that share the server; one after the other, since one of them stops it.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresServer>
{
    internal const string Name = "PostgreSQL";
}
