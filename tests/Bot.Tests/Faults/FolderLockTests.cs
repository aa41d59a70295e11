using System.Diagnostics;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;

namespace Bot.Tests.Faults;

/// <summary>Real processes on one data folder: one serves, the short verbs go on beside it.</summary>
[Collection(PostgresTests.Name)]
public sealed class FolderLockTests(PostgresServer server)
{
    [Fact]
    public async Task A_second_program_does_not_serve_from_a_folder_that_one_serves_from()
    {
        using var folder = new DataFolder();
        await using (var first = await ServedProgram.StartAsync(folder.Path))
        {
            var (exit, error) = await RunAsync("serve", folder.Path, "--urls=http://127.0.0.1:0");
            var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(2, exit);
            Assert.Contains("正由另一个运行中的服务使用", line, StringComparison.Ordinal);
            Assert.Equal(0, (await RunAsync("ask", folder.Path, "首次入围中国互联网百强，奖励多少？")).Exit);
            Assert.Equal(1, (await RunAsync("privacy", folder.Path, "export", "--channel", "api", "--conversation", "none")).Exit);
            Assert.Equal("award", (await first.AskAsync("首次入围中国互联网百强，奖励多少？")).GetProperty("kind").GetString());
            using var killed = Process.GetProcessById(first.Id);
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        // Nothing that the dead one left stands in the way.
        await using var next = await ServedProgram.StartAsync(folder.Path);
        Assert.Equal("award", (await next.AskAsync("首次入围中国互联网百强，奖励多少？")).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task On_PostgreSQL_a_folder_may_be_shared()
    {
        using var folder = new DataFolder();
        var database = await server.CreateDatabaseAsync();
        await using var first = await ServedProgram.StartAsync(folder.Path, $"--Storage:ConnectionString={database}");
        await using var second = await ServedProgram.StartAsync(folder.Path, $"--Storage:ConnectionString={database}");
        Assert.Equal("award", (await second.AskAsync("首次入围中国互联网百强，奖励多少？")).GetProperty("kind").GetString());
    }

    private static async Task<(int Exit, string Error)> RunAsync(string verb, string folder, params string[] further)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Bot.dll"), verb, .. further, $"--Storage:Folder={folder}"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await output;
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (process.ExitCode, error);
    }
}
