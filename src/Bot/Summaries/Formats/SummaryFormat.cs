using Bot.Summaries.Content;

namespace Bot.Summaries.Formats;

/// <summary>A line of a written summary, as its format compares them.</summary>
/// <param name="Section">The section that it stands in.</param>
/// <param name="Text">The line.</param>
internal sealed record Line(string Section, string Text);

/// <summary>A summary as a file.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Lines">What <see cref="SummaryFormat.Read"/> reads from it, with the sections.</param>
internal sealed record Rendering(ReadOnlyMemory<byte> Bytes, IReadOnlyList<Line> Lines);

/// <summary>One way to write a summary down, and to read it back line by line.</summary>
internal abstract class SummaryFormat
{
    /// <summary>All formats, the default first.</summary>
    internal static readonly IReadOnlyList<SummaryFormat> All = [new MarkdownFormat(), new HtmlFormat(), new Docx.DocxFormat()];

    /// <summary>The media type, without parameters.</summary>
    internal abstract string MediaType { get; }

    /// <summary>The endings of its files, the usual one first, with the point.</summary>
    internal abstract IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether it is UTF-8 text.</summary>
    internal virtual bool IsText => true;

    /// <summary>Writes it. The same summary always gives the same bytes.</summary>
    internal abstract Rendering Write(IReadOnlyList<Block> blocks);

    /// <summary>The lines of a file that somebody handed in; null where it is none of this format. Never throws.</summary>
    internal abstract IReadOnlyList<string>? Read(ReadOnlyMemory<byte> file);

    /// <summary>What a reader sees of a line.</summary>
    internal virtual string Seen(string line) => line;

    /// <summary>The format of a media type; null where there is none.</summary>
    internal static SummaryFormat? OfMediaType(string mediaType) => All.FirstOrDefault(f => f.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>The format of a file's name; null where its ending is none of ours.</summary>
    internal static SummaryFormat? OfFile(string path) => All.FirstOrDefault(f => f.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));
}
