using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Bot.Summaries.Formats.Docx;

/// <summary>Word file → the lines that it shows. Whatever else could show, hide or change a word is a line of its own.</summary>
internal static class DocxReader
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The lines; null where it is no Word file that can be read. Never throws.</summary>
    internal static IReadOnlyList<string>? Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file.ToArray()), ZipArchiveMode.Read);
            var parts = new DocxParts(zip);
            List<string> lines = [.. Lines(parts.Document)];
            foreach (var sheet in parts.Styles)
            {
                using var xml = DocxParts.Xml(sheet);
                while (xml.Read()) Note(xml, lines);
            }

            return lines;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or XmlException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            // Whatever the zip and XML readers say of foreign bytes, it comes to this.
            return null;
        }
    }

    private static List<string> Lines(byte[] document)
    {
        List<string> lines = [];
        var text = new StringBuilder();
        var inText = false;
        using var xml = DocxParts.Xml(document);
        var more = xml.Read();
        while (more)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                var isEmpty = xml.IsEmptyElement;
                if (!Begin(xml, lines, text, ref inText))
                {
                    xml.Skip();
                    more = !xml.EOF;
                    continue;
                }

                if (isEmpty) End(xml.LocalName, lines, text, ref inText);
            }
            else if (xml.NodeType == XmlNodeType.EndElement) End(xml.LocalName, lines, text, ref inText);
            else if (inText) text.Append(xml.Value);
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) lines.Add(DocxMarks.Foreign("#text"));
            more = xml.Read();
        }

        if (text.Length > 0) lines.Add(text.ToString());
        return lines;
    }

    // Whether to go into the element; what is not gone into has been dealt with.
    private static bool Begin(XmlReader xml, List<string> lines, StringBuilder text, ref bool inText)
    {
        switch (xml.NamespaceURI == Word ? xml.LocalName : "")
        {
            case "document" or "body" or "r" or "p": return true;
            case "t": return inText = true;
            case "tbl": lines.Add(DocxMarks.Table); return true;
            case "tr": lines.Add(DocxMarks.Row); return true;
            case "tc": lines.Add(DocxMarks.Cell); return true;
            case "tab": text.Append('\t'); return false;
            case "br" or "cr": text.Append('\n'); return false;
            case "noBreakHyphen": text.Append('\u2011'); return false;
            case "proofErr" or "bookmarkStart" or "bookmarkEnd" or "lastRenderedPageBreak" or "permStart" or "permEnd": return false;
            case "pPr" or "rPr" or "tblPr" or "tblGrid" or "tblPrEx" or "trPr" or "tcPr" or "sectPr":
                using (var properties = xml.ReadSubtree())
                {
                    while (properties.Read()) Note(properties, lines);
                }

                return false;
            default: lines.Add(DocxMarks.Foreign(xml.LocalName)); return false;
        }
    }

    private static void End(string element, List<string> lines, StringBuilder text, ref bool inText)
    {
        switch (element)
        {
            case "t": inText = false; break;
            case "p":
                lines.Add(text.ToString());
                text.Clear();
                break;
            case "tbl": lines.Add(DocxMarks.TableEnd); break;
            case "tr": lines.Add(DocxMarks.RowEnd); break;
            case "tc": lines.Add(DocxMarks.CellEnd); break;
        }
    }

    private static void Note(XmlReader xml, List<string> lines)
    {
        if (xml.NodeType == XmlNodeType.Element && Disguises.IsOne(xml.LocalName, name => xml.GetAttribute(name, Word))) lines.Add(DocxMarks.Disguise(xml.LocalName));
    }
}
