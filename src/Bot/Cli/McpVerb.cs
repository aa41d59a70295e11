using System.CommandLine;
using Bot.Mcp;

namespace Bot.Cli;

/// <summary><c>mcp</c>: the functions and documents for other agents, on standard input and output.</summary>
internal static class McpVerb
{
    internal static Command Create(CliContext context)
    {
        var verb = new Command("mcp", "供其他智能体调用：在标准输入输出上提供 Model Context Protocol 服务，输入结束即退出");
        verb.SetAction((parsed, stop) => RunAsync(context, parsed, stop));
        return verb;
    }

    private static async Task<int> RunAsync(CliContext context, ParseResult parsed, CancellationToken stop)
    {
        using var host = McpHost.Build(context.Configuration(), context.Composition, context.Parts, context.GivenAsOf(parsed), context.Terminal.Error);
        await host.RunAsync(stop);
        return Exit.Done;
    }
}
