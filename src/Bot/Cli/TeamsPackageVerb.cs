using System.CommandLine;
using System.IO.Compression;
using Bot.Channels.Activity;
using Bot.Channels.Activity.Package;

namespace Bot.Cli;

/// <summary><c>teams-package [--out FILE]</c>: the app package that a Teams administrator uploads.</summary>
internal static class TeamsPackageVerb
{
    private const string DefaultFile = "teams-app.zip";

    // A zip file cannot say less than this, and the same settings should give the same file.
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static Command Create(CliContext context)
    {
        var file = new Option<string?>("--out") { Description = $"写到哪个文件，缺省为 {DefaultFile}", HelpName = "FILE" };
        var verb = new Command("teams-package", "生成 Teams 应用包（需设置 MicrosoftAppId 和 Bot:PublicUrl）") { file };
        verb.SetAction(parsed =>
        {
            _ = context.AsOf(parsed);
            return Run(context, parsed.GetValue(file) ?? DefaultFile);
        });
        return verb;
    }

    private static int Run(CliContext context, string file)
    {
        var options = ActivityOptions.Read(context.Configuration());
        if (!Guid.TryParse(options.AppId, out _)) throw new UsageException("请先设置 MicrosoftAppId（机器人的应用 ID，是一个 GUID）。");
        if (options.PublicUrl is not { Scheme: "https" } url) throw new UsageException("请先设置 Bot:PublicUrl（对外的 https 地址）。");
        try
        {
            using var stream = File.Create(file);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
            Add(zip, "manifest.json", TeamsManifest.Write(options.AppId, url));
            Add(zip, TeamsManifest.ColorIcon, TeamsIcons.Color());
            Add(zip, TeamsManifest.OutlineIcon, TeamsIcons.Outline());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException("应用包写不进指定的文件，请检查路径和权限。");
        }

        context.Terminal.Out.WriteLine($"已生成 {file}，请在 Teams 管理中心上传。");
        return Exit.Done;
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Written;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
