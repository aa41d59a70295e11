using System.CommandLine;
using Bot.Hosting;

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
        // With a date given, that day counts as today: useful to show how answers looked then. Logs are JSON where JSON is asked for.
        string[] args = context.IsJson(parsed) ? ["--Logging:Console:FormatterName=json", .. context.Settings] : [.. context.Settings];
        await using var app = BotApp.Build(args, context.Parts, context.GivenAsOf(parsed));
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception e) when (e is IOException or FormatException or InvalidOperationException or ArgumentException)
        {
            // Kestrel says these of addresses that are taken, or that are none.
            throw new StartException($"无法启动服务，请检查 --urls 和其他设置：{e.Message.ReplaceLineEndings(" ")}", e);
        }

        await app.WaitForShutdownAsync(stop);
        return Exit.Done;
    }
}
