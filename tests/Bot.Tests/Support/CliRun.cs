using System.Text.Json;
using Bot.Cli;
using Bot.Hosting;
using Calculators.Rules;

namespace Bot.Tests.Support;

/// <summary>One command line, run in this process.</summary>
internal sealed record CliRun(int Exit, string Out, string Error)
{
    internal JsonElement Json => JsonDocument.Parse(Out).RootElement;

    internal static Task<CliRun> Of(params string[] args) => Of(new Parts(Catalogue.Default, FixedTime.FirstOctober), args);

    internal static async Task<CliRun> Of(Parts parts, params string[] args)
    {
        using StringWriter output = new(), error = new();
        var exit = await CommandLine.RunAsync(args, new Terminal(output, error, Redirected: true, Width: 120), parts);
        return new CliRun(exit, output.ToString(), error.ToString());
    }

    /// <summary>Asserts exit 2 with nothing on standard output and one line on standard error, and gives the line.</summary>
    internal string Wrong()
    {
        Assert.Equal((2, ""), (Exit, Out));
        var line = Error.TrimEnd('\n', '\r');
        Assert.NotEmpty(line);
        Assert.DoesNotContain('\n', line);
        return line;
    }
}
