using Bot.Summaries.Content;

namespace Bot.Summaries.Formats.Docx;

/// <summary>A Word file: compared by what it shows, since every program that saves one arranges the rest anew.</summary>
internal sealed class DocxFormat : SummaryFormat
{
    /// <inheritdoc />
    internal override string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <inheritdoc />
    internal override IReadOnlyList<string> Extensions { get; } = [".docx"];

    /// <inheritdoc />
    internal override bool IsText => false;

    /// <inheritdoc />
    internal override Rendering Write(IReadOnlyList<Block> blocks) => new DocxWriter().Write(blocks);

    /// <inheritdoc />
    internal override IReadOnlyList<string>? Read(ReadOnlyMemory<byte> file) => DocxReader.Read(file);

    /// <inheritdoc />
    internal override string Seen(string line) => DocxMarks.Seen(line);
}
