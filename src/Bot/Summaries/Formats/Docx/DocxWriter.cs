using System.IO.Compression;
using Bot.Summaries.Content;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Summaries.Formats.Docx;

/// <summary>Writes one Word file, and notes each line as <see cref="DocxReader"/> will read it.</summary>
internal sealed class DocxWriter
{
    // A4 with the margins of an official letter, in twentieths of a point.
    private const uint PageWidth = 11906;
    private const uint PageHeight = 16838;
    private const int LabelWidth = 2000;
    private const int TextWidth = 6844;

    private readonly List<Line> lines = [];
    private string section = "";

    internal Rendering Write(IReadOnlyList<Block> blocks)
    {
        var body = new Body();
        foreach (var part in blocks.ChunkBySection())
        {
            section = part[0].Section;
            // Question and answer stand in the table under the title, one row each.
            if (section == Sections.Question) body.Append(Table(part, [.. blocks.Where(b => b.Section == Sections.Conclusion)]));
            else if (section != Sections.Conclusion) body.Append(part.SelectMany(Paragraphs));
        }

        body.Append(new SectionProperties(
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = 1701, Right = 1531, Bottom = 1701, Left = 1531, Header = 851, Footer = 992, Gutter = 0 }));
        return new Rendering(Package(new Document(body)), lines);
    }

    private Table Table(IReadOnlyList<Block> question, IReadOnlyList<Block> conclusion)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = (LabelWidth + TextWidth).ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(Column(LabelWidth), Column(TextWidth)));
        Mark(DocxMarks.Table);
        table.Append(Row(question), Row(conclusion));
        Mark(DocxMarks.TableEnd);
        return table;
    }

    private TableRow Row(IReadOnlyList<Block> blocks)
    {
        section = blocks[0].Section;
        Mark(DocxMarks.Row);
        var row = new TableRow(Cell(LabelWidth, [.. blocks.Take(1)]), Cell(TextWidth, [.. blocks.Skip(1)]));
        Mark(DocxMarks.RowEnd);
        return row;
    }

    private TableCell Cell(int width, IReadOnlyList<Block> blocks)
    {
        Mark(DocxMarks.Cell);
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = width.ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }));
        cell.Append(blocks.SelectMany(b => b is Block.Heading ? [Paragraph(DocxStyles.Label, b.Text)] : Paragraphs(b)));
        Mark(DocxMarks.CellEnd);
        return cell;
    }

    private IEnumerable<Paragraph> Paragraphs(Block block)
    {
        switch (block)
        {
            case Block.Title: yield return Paragraph(DocxStyles.Title, block.Text); break;
            case Block.Heading: yield return Paragraph(DocxStyles.Heading, block.Text); break;
            case Block.Subheading: yield return Paragraph(DocxStyles.Subheading, block.Text); break;
            case Block.Item: yield return Paragraph(DocxStyles.Item, "· " + block.Text); break;
            case Block.Quotation quote:
                yield return Paragraph(DocxStyles.Quote, quote.Text);
                yield return Paragraph(DocxStyles.Source, quote.Source);
                break;
            case Block.Token: yield return Paragraph(DocxStyles.Token, block.Text); break;
            default: yield return Paragraph(DocxStyles.Text, block.Text); break;
        }
    }

    private Paragraph Paragraph(string style, string text)
    {
        lines.Add(new Line(section, text));
        return new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = style }),
            new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private void Mark(string mark) => lines.Add(new Line(section, mark));

    private static T Border<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };

    private static GridColumn Column(int width) => new() { Width = width.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private static byte[] Package(Document document)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            // Ids are random unless they are given.
            package.ChangeIdOfPart(main, "rId1");
            main.Document = document;
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.Build();
        }

        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        // The list of content types comes first, as readers that stream a package expect it.
        return StoredZip.Write([.. zip.Entries
            .OrderBy(e => e.FullName == "[Content_Types].xml" ? 0 : 1)
            .ThenBy(e => e.FullName, StringComparer.Ordinal)
            .Select(e => (e.FullName, Bytes(e)))]);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
