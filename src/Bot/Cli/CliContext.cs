using System.CommandLine;
using Bot.Hosting;
using Bot.Inputs;

namespace Bot.Cli;

/// <summary>What every verb is given.</summary>
internal sealed class CliContext(Terminal terminal, Parts parts, IReadOnlyList<string> settings)
{
    private Composition? composition;

    /// <summary>Where to write.</summary>
    internal Terminal Terminal => terminal;

    /// <summary>What the program is put together from.</summary>
    internal Parts Parts => parts;

    /// <summary>The settings of the command line, as <c>--name=value</c>.</summary>
    internal IReadOnlyList<string> Settings => settings;

    /// <summary>The date for which to answer; every verb takes it.</summary>
    internal Option<string?> AsOfOption { get; } = new("--as-of") { Description = "按哪一天判断有效期，形如 2025-10-27，缺省为今天（北京时间）", HelpName = "DATE", Recursive = true };

    /// <summary>Whether to write the JSON of the HTTP call instead of text; every verb takes it.</summary>
    internal Option<bool> JsonOption { get; } = new("--json") { Description = "输出 JSON，与 HTTP 接口相同", Recursive = true };

    /// <summary>The documents and calculators, without the web host.</summary>
    internal Composition Composition => composition ??= Composition.Load(Configuration(), parts);

    /// <summary>Settings from the file beside the program, the environment and the command line, the last one winning.</summary>
    internal IConfiguration Configuration() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
        .AddEnvironmentVariables()
        .AddCommandLine([.. settings])
        .Build();

    /// <summary>The date given; null where none is.</summary>
    /// <exception cref="UsageException">It is no date.</exception>
    internal DateOnly? GivenAsOf(ParseResult parsed) => parsed.GetValue(AsOfOption) is not { } given
        ? null
        : ValueReader.Day(given) ?? throw new UsageException("--as-of 应为形如 2025-10-27 的日期。");

    /// <summary>The date given, or today.</summary>
    /// <exception cref="UsageException">It is no date.</exception>
    internal DateOnly AsOf(ParseResult parsed) => GivenAsOf(parsed) ?? new Today(parts.Time).Date;

    /// <summary>Whether JSON is wanted.</summary>
    internal bool IsJson(ParseResult parsed) => parsed.GetValue(JsonOption);

    /// <summary>Writes UTF-8 JSON and ends the line.</summary>
    internal void WriteJson(ReadOnlyMemory<byte> json) => terminal.Out.WriteLine(System.Text.Encoding.UTF8.GetString(json.Span));
}
