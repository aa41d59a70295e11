using System.CommandLine;
using Bot.Hosting;
using Bot.Store;
using Bot.Store.Databases;
using Microsoft.Extensions.Options;

namespace Bot.Cli;

/// <summary><c>serve</c>: the web host, until it is told to stop.</summary>
internal static class ServeVerb
{
    internal static Command Create(CliContext context)
    {
        var verb = new Command("serve", "启动服务（缺省命令）；--urls 指定地址，缺省为 http://127.0.0.1:5080");
        verb.SetAction((parsed, stop) => RunAsync(context, parsed, stop));
        return verb;
    }

    internal static async Task<int> RunAsync(CliContext context, ParseResult parsed, CancellationToken stop)
    {
        NativeHeap.KeepSmall();
        // With a date given, that day counts as today: useful to show how answers looked then. Logs are JSON where JSON is asked for.
        string[] args = context.IsJson(parsed) ? ["--Logging:Console:FormatterName=json", .. context.Settings] : [.. context.Settings];
        await using var app = BotApp.Build(args, context.Parts, context.GivenAsOf(parsed));
        using var folder = TakeFolder(app.Services.GetRequiredService<IOptions<StorageOptions>>().Value);
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception e) when (e is IOException or FormatException or InvalidOperationException or ArgumentException)
        {
            // Kestrel says these of addresses that are taken, or that are none.
            throw new StartException($"无法启动服务，请检查 --urls 和其他设置：{e.Message.ReplaceLineEndings(" ")}", e);
        }

        var cleared = StartRemains.ClearAsync(app);
        await app.WaitForShutdownAsync(stop);
        await cleared;
        return Exit.Done;
    }

    // PostgreSQL is there for several; a SQLite file has one writer.
    private static IDisposable? TakeFolder(StorageOptions storage) =>
        storage.ConnectionString.Length > 0 ? null
        : FolderLock.TryTake(storage.FolderPath(), out var held) ? held
        : throw new StartException($"数据文件夹 {storage.FolderPath()} 正由另一个运行中的服务使用：请先停止它，或用 Storage:Folder 另设文件夹；要同时运行几个服务，请用 PostgreSQL（Storage:ConnectionString）。");
}
