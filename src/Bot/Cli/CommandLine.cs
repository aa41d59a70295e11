using System.CommandLine;
using Bot.Hosting;
using Bot.Inputs;
using Knowledge.Corpus;
using Microsoft.Extensions.Options;

namespace Bot.Cli;

/// <summary>Finds the verb and runs it.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <returns>The exit code of <see cref="Exit"/>.</returns>
    internal static async Task<int> RunAsync(string[] args, Terminal terminal, Parts parts, CancellationToken cancellation = default)
    {
        try
        {
            var (words, settings) = SettingArguments.Split(args);
            // A question may begin with @; it names no file of arguments.
            var parsed = Root(new CliContext(terminal, parts, settings)).Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0) throw new UsageException(Fault(parsed));
            var invocation = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                // The host stops in its own time.
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (Exception e) when (e is UsageException or StartException or CorpusException or OptionsValidationException)
        {
            terminal.Error.WriteLine(e.Message.ReplaceLineEndings(" "));
            return Exit.Wrong;
        }
    }

    private static RootCommand Root(CliContext context)
    {
        var root = new RootCommand("政策助手：依据两份文件作答，金额由条款和计算器得出。不带命令时启动服务。")
        {
            context.AsOfOption,
            context.JsonOption,
            ServeVerb.Create(context),
            AskVerb.Create(context),
            SummarizeVerb.Create(context),
            VerifyVerb.Create(context),
            SearchVerb.Create(context),
            ClauseVerb.Create(context),
            CalcVerb.Create(context),
            ScreenVerb.Create(context),
            EvalVerb.Create(context),
            DoctorVerb.Create(context),
            McpVerb.Create(context),
            MenuVerb.Create(context),
            TeamsPackageVerb.Create(context),
            PrivacyVerb.Create(context),
        };
        root.SetAction((parsed, stop) => ServeVerb.RunAsync(context, parsed, stop));
        return root;
    }

    private static string Fault(ParseResult parsed)
    {
        var verb = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        return parsed.UnmatchedTokens.Count > 0
            ? $"不认识「{PlainText.Clean(parsed.UnmatchedTokens[0])}」，用法见 {verb}--help。"
            : $"参数不完整或不正确，用法见 {verb}--help。";
    }
}
