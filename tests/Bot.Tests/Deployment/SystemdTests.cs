using System.Diagnostics;
using System.Globalization;
using Bot.Tests.Support;

namespace Bot.Tests.Deployment;

/// <summary>The published folder, and the unit that runs it.</summary>
[Collection(SharingPublished.Name)]
public sealed class SystemdTests(Published published)
{
    private const string Dotnet = "/usr/bin/dotnet";
    private const string Installed = "/opt/policy-assistant";

    [Fact]
    public void The_published_folder_holds_the_program_its_documents_and_its_pages_and_no_settings()
    {
        foreach (var file in (string[])["Bot.dll", "Bot.runtimeconfig.json", "corpus/xunwu-51.md", "corpus/lexicon.yml", "wwwroot/index.html", "wwwroot/scripts/chat.js"])
            Assert.True(File.Exists(Path.Combine(published.Folder, file)), file);
        Assert.Empty(Directory.EnumerateFiles(published.Folder, "appsettings*.json"));
        Assert.Empty(Directory.EnumerateFiles(published.Folder, "*Tests*"));
    }

    [Fact]
    public async Task The_units_own_command_line_runs_the_published_program()
    {
        var unit = Lines(Unit());
        var command = Value(unit, "ExecStart").Split(' ');
        var data = published.NewData();
        // Only the port differs: 5080 may be taken.
        var start = new ProcessStartInfo(command[0], command[1..].Select(word => word.Replace(":5080", ":0", StringComparison.Ordinal))) { WorkingDirectory = Value(unit, "WorkingDirectory") };
        foreach (var setting in unit.Where(l => l.StartsWith("Environment=", StringComparison.Ordinal)).Select(l => l.Split('=', 3))) start.Environment[setting[1]] = setting[2].Replace("/var/lib/policy-assistant", data, StringComparison.Ordinal);

        await using var program = await ServedProgram.StartAsync(start);
        Assert.Equal("award", (await program.AskAsync("首次入围中国互联网百强，奖励多少？")).GetProperty("kind").GetString());
        Assert.NotEmpty(Directory.EnumerateFiles(data, "assistant.db*"));
        using (var page = await program.Client.GetAsync("/")) Assert.Equal(200, (int)page.StatusCode);
        program.Terminate();
        Assert.Equal(0, await program.EndedAsync());
        Assert.All(program.Output, line => Assert.Empty(line));
    }

    [Fact]
    public async Task The_unit_is_valid_and_leaves_the_program_little_to_reach()
    {
        var folder = published.NewData();
        var file = Path.Combine(folder, "policy-assistant.service");
        await File.WriteAllTextAsync(file, Unit());
        // The name under which it is installed counts as the unit's.
        Assert.Equal((0, ""), await Run.OfAsync("systemd-analyze", ["verify", file]));
        var (_, report) = await Run.OfAsync("systemd-analyze", ["security", "--offline=true", "--no-pager", file]);
        var overall = report[report.LastIndexOf("service: ", StringComparison.Ordinal)..].Split(' ')[1];
        Assert.InRange(decimal.Parse(overall, CultureInfo.InvariantCulture), 0.1m, 2.0m);
    }

    // As it stands, with what is installed here in place of what is installed there.
    private string Unit()
    {
        var text = Repository.Read("deploy", "policy-assistant.service");
        Assert.Contains(Dotnet, text, StringComparison.Ordinal);
        var here = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(p => Path.Combine(p, "dotnet")).First(File.Exists);
        return text.Replace(Dotnet, here, StringComparison.Ordinal).Replace(Installed, published.Folder, StringComparison.Ordinal);
    }

    private static string[] Lines(string unit) => unit.Split('\n');

    private static string Value(string[] unit, string name) => unit.Single(l => l.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];
}
