using System.CommandLine;
using System.Text;
using Bot.Api;
using Bot.Summaries.Formats;

namespace Bot.Cli;

/// <summary><c>summarize TEXT [--out FILE]</c>: the 答复单 of one question.</summary>
internal static class SummarizeVerb
{
    internal static Command Create(CliContext context)
    {
        var text = new Argument<string[]>("TEXT") { Description = "要问的内容", Arity = ArgumentArity.OneOrMore };
        var file = new Option<string?>("--out") { Description = "写入的文件，格式按扩展名：.md、.html 或 .docx；缺省为标准输出（Markdown）", HelpName = "FILE" };
        var verb = new Command("summarize", "出具一份答复单") { text, file };
        verb.SetAction(parsed => Run(context, parsed, string.Join(' ', parsed.GetValue(text)!), parsed.GetValue(file)));
        return verb;
    }

    private static int Run(CliContext context, ParseResult parsed, string text, string? path)
    {
        var asOf = context.AsOf(parsed);
        var format = path is null ? SummaryFormat.All[0] : SummaryFormat.OfFile(path) ?? throw new UsageException("--out 的扩展名应为 .md、.html 或 .docx。");
        var office = context.Composition.Summaries;
        var (summary, kind) = office.Write(office.ReceiptOf([context.Composition.Masker.Mask(AskVerb.Question(text))], asOf), format);
        if (path is not null) Save(path, summary.Span);
        if (context.IsJson(parsed))
        {
            context.WriteJson(JsonWords.Bytes(json => SummaryJson.Write(json, kind, format, summary, path)));
        }
        else if (path is null)
        {
            context.Terminal.Out.Write(Encoding.UTF8.GetString(summary.Span));
        }

        return AskVerb.ExitOf(kind);
    }

    private static void Save(string path, ReadOnlySpan<byte> summary)
    {
        try
        {
            File.WriteAllBytes(path, summary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"无法写入文件：{e.Message}");
        }
    }
}
