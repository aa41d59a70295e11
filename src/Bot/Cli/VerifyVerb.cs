using System.CommandLine;
using Bot.Api;
using Bot.Summaries.Formats;

namespace Bot.Cli;

/// <summary><c>verify FILE</c>: whether a 答复单 is as it was made.</summary>
internal static class VerifyVerb
{
    // Past this a file is refused by its length alone, and need not be read to its end.
    private const int Enough = 3 * 1024 * 1024;

    internal static Command Create(CliContext context)
    {
        var file = new Argument<string>("FILE") { Description = "答复单：.md、.html 或 .docx" };
        var verb = new Command("verify", "核对一份答复单，列出每一处不同") { file };
        verb.SetAction(parsed => Run(context, parsed, parsed.GetValue(file)!));
        return verb;
    }

    private static int Run(CliContext context, ParseResult parsed, string path)
    {
        _ = context.AsOf(parsed);
        var content = Read(path);
        var verification = context.Composition.Summaries.Verify(content, SummaryFormat.OfFile(path) ?? Guess(content));
        if (context.IsJson(parsed))
        {
            context.WriteJson(VerificationJson.Bytes(verification));
        }
        else if (verification.Valid)
        {
            context.Terminal.Out.WriteLine("核对一致：内容与收录的文件和核算结果相符，没有改动。");
        }
        else
        {
            context.Terminal.Out.WriteLine("核对不一致：");
            foreach (var difference in verification.Differences) context.Terminal.Out.WriteLine("· " + Printable(difference.Text));
        }

        return verification.Valid ? Exit.Done : Exit.No;
    }

    private static byte[] Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var content = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (content.Length <= Enough && file.Read(buffer) is > 0 and var read) content.Write(buffer, 0, read);
            return content.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"无法读取文件：{e.Message}");
        }
    }

    // By its first bytes, where the name tells nothing.
    private static SummaryFormat Guess(ReadOnlySpan<byte> content) =>
        SummaryFormat.OfFile(content.StartsWith("PK"u8) ? ".docx" : content.TrimStart(" \r\n\t\uFEFF"u8).StartsWith("<"u8) ? ".html" : ".md")!;

    // The file is somebody else's: nothing in it may steer the terminal.
    private static string Printable(string text) => Inputs.PlainText.Clean(text).ReplaceLineEndings(" ");
}
