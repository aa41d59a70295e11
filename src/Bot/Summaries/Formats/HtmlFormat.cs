using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bot.Summaries.Content;

namespace Bot.Summaries.Formats;

/// <summary>One HTML file without script and without anything from elsewhere, an element a line; it can be printed.</summary>
internal sealed class HtmlFormat : SummaryFormat
{
    private const string Style =
        ":root{color-scheme:light}body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:44rem;background:#fff;color:#1a1a1a;" +
        "font:1rem/1.8 FangSong,STFangsong,\"Noto Serif CJK SC\",serif;overflow-wrap:anywhere}" +
        "h1,h2,h3{font-family:SimHei,\"Heiti SC\",\"Noto Sans CJK SC\",sans-serif;line-height:1.4}h1{text-align:center;font-size:1.6rem}" +
        "h2{margin:2rem 0 .5rem;padding-bottom:.2rem;border-bottom:1px solid #8c1d18;font-size:1.15rem}h3{margin:1rem 0 .3rem;font-size:1.05rem}" +
        "p{margin:.4rem 0}.item{padding-left:1.2rem;border-left:3px solid #d8d8d8}blockquote{margin:.4rem 0 .8rem 2rem}" +
        "cite{display:block;color:#555;font-style:normal;font-size:.9rem}code{font:.8rem/1.5 monospace;word-break:break-all}" +
        "@media print{body{max-width:none;padding:0}h2,h3{break-after:avoid}blockquote,.item{break-inside:avoid}}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The policy under which the page is whole: its own style and nothing else.</summary>
    internal static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <inheritdoc />
    internal override string MediaType => "text/html";

    /// <inheritdoc />
    internal override IReadOnlyList<string> Extensions { get; } = [".html", ".htm"];

    /// <inheritdoc />
    internal override Rendering Write(IReadOnlyList<Block> blocks)
    {
        var title = Encoder.Encode(blocks[0].Text);
        List<Line> lines =
        [
            .. Frame(
                "<!DOCTYPE html>", "<html lang=\"zh-CN\">", "<head>", "<meta charset=\"utf-8\">",
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", $"<title>{title}</title>", $"<style>{Style}</style>", "</head>", "<body>", "<main>"),
            .. blocks.Select(block => new Line(block.Section, Element(block))),
            .. Frame("</main>", "</body>", "</html>"),
        ];
        return TextLines.Write(lines);
    }

    /// <inheritdoc />
    internal override IReadOnlyList<string>? Read(ReadOnlyMemory<byte> file) => TextLines.Read(file.Span);

    /// <inheritdoc />
    internal override string Seen(string line)
    {
        var seen = new StringBuilder(line.Length);
        var inTag = false;
        foreach (var c in line)
        {
            if (c == '<') inTag = true;
            if (!inTag) seen.Append(c);
            if (c == '>') inTag = false;
        }

        return WebUtility.HtmlDecode(seen.ToString());
    }

    private static IEnumerable<Line> Frame(params IEnumerable<string> lines) => lines.Select(text => new Line("页面格式", text));

    private static string Element(Block block)
    {
        var text = Encoder.Encode(block.Text);
        return block switch
        {
            Block.Title => $"<h1>{text}</h1>",
            Block.Heading => $"<h2>{text}</h2>",
            Block.Subheading => $"<h3>{text}</h3>",
            Block.Item => $"<p class=\"item\">{text}</p>",
            Block.Quotation quote => $"<blockquote>{text}<cite>{Encoder.Encode(quote.Source)}</cite></blockquote>",
            Block.Token => $"<p><code>{text}</code></p>",
            _ => $"<p>{text}</p>",
        };
    }
}
