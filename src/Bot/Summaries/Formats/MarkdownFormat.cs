using System.Text;
using Bot.Summaries.Content;

namespace Bot.Summaries.Formats;

/// <summary>CommonMark, a block a line with an empty one between; what users and documents say is escaped.</summary>
internal sealed class MarkdownFormat : SummaryFormat
{
    /// <inheritdoc />
    internal override string MediaType => "text/markdown";

    /// <inheritdoc />
    internal override IReadOnlyList<string> Extensions { get; } = [".md", ".markdown", ".txt"];

    /// <inheritdoc />
    internal override Rendering Write(IReadOnlyList<Block> blocks)
    {
        List<Line> lines = [];
        foreach (var block in blocks)
        {
            if (lines.Count > 0) lines.Add(new Line(block.Section, ""));
            lines.AddRange(Lines(block).Select(text => new Line(block.Section, text)));
        }

        return TextLines.Write(lines);
    }

    /// <inheritdoc />
    internal override IReadOnlyList<string>? Read(ReadOnlyMemory<byte> file) => TextLines.Read(file.Span);

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Block.Title => ["# " + Escape(block.Text)],
        Block.Heading => ["## " + Escape(block.Text)],
        Block.Subheading => ["### " + Escape(block.Text)],
        Block.Item => ["- " + Escape(block.Text)],
        Block.Quotation quote => ["> " + Escape(quote.Text), ">", "> " + Escape(quote.Source)],
        Block.Token => ["```text", block.Text, "```"],
        _ => [Escape(block.Text)],
    };

    // Marks that mean something anywhere, those that do at the start of a line, and what some readers turn into links by themselves.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var mark = text[i] is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '&' or '$' or '!' or '@'
                || (text[i] is '#' or '-' or '+' or '=' && i == 0)
                || (text[i] == ':' && text.AsSpan(i + 1).StartsWith("//"))
                || (text[i] is '.' or ')' && (IsNumber(text.AsSpan(0, i)) || EndsWithWww(text.AsSpan(0, i))));
            if (mark) escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    // 1. begins a list.
    private static bool IsNumber(ReadOnlySpan<char> before) => before.Length is > 0 and < 10 && !before.ContainsAnyExceptInRange('0', '9');

    private static bool EndsWithWww(ReadOnlySpan<char> before) => before.EndsWith("www", StringComparison.OrdinalIgnoreCase);
}
