using System.IO.Compression;
using System.Xml.Linq;
using Bot.Summaries.Formats.Docx;

namespace Bot.Tests.Summaries;

/// <summary>What somebody, or a word processor, might do to a Word file.</summary>
internal static class DocxTampering
{
    private const string Main = "word/document.xml";
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly IReadOnlyList<(string Name, Action<XElement, Random> Do)> OfElements =
    [
        ("a paragraph less", (body, random) => Paragraph(body, random).Remove()),
        ("a paragraph twice", (body, random) => AddAfter(body, random, p => new XElement(p))),
        ("a paragraph more", (body, random) => AddAfter(body, random, _ => P("另可获奖励100万元。"))),
        ("hidden text", (body, random) => Format(body, random, new XElement(W + "vanish"))),
        ("white text", (body, random) => Format(body, random, new XElement(W + "color", new XAttribute(W + "val", "FFFFFF")))),
        ("struck out text", (body, random) => Format(body, random, new XElement(W + "strike"))),
        ("tiny text", (body, random) => Format(body, random, new XElement(W + "sz", new XAttribute(W + "val", "2")))),
        ("a tracked deletion", (body, random) => Wrap(body, random, "del")),
        ("a tracked insertion", (body, random) => Wrap(body, random, "ins")),
        ("a field", (body, random) => Run(body, random).AddAfterSelf(new XElement(W + "fldSimple", new XAttribute(W + "instr", "QUOTE 100万元"), R("100万元")))),
        ("a numbered paragraph", (body, random) => Paragraph(body, random).Element(W + "pPr")!.Add(new XElement(W + "numPr", new XElement(W + "numId", new XAttribute(W + "val", "1"))))),
        ("a drawing", (body, random) => Run(body, random).Add(new XElement(W + "drawing"))),
        ("a symbol", (body, random) => Run(body, random).Add(new XElement(W + "sym", new XAttribute(W + "char", "F031")))),
        ("a row hidden", (body, _) => body.Descendants(W + "tr").First().AddFirst(new XElement(W + "trPr", new XElement(W + "hidden")))),
        ("a row less", (body, _) => body.Descendants(W + "tr").First().Remove()),
        ("a header", (body, _) => body.Element(W + "sectPr")!.AddFirst(new XElement(W + "headerReference"))),
        ("foreign content", (body, random) => Paragraph(body, random).AddAfterSelf(new XElement(W + "altChunk"))),
        ("foreign markup", (body, random) => Paragraph(body, random).AddAfterSelf(new XElement(XName.Get("math", "urn:else"), "100"))),
    ];

    /// <summary>Some change that shows.</summary>
    internal static (string Name, byte[]? Copy) Any(byte[] original, Random random)
    {
        var which = random.Next(OfElements.Count + Tampering.OfText.Count);
        if (which < OfElements.Count) return (OfElements[which].Name, With(original, body => OfElements[which].Do(body, random)));
        // The same as is done to text, one paragraph a line.
        var (name, change) = Tampering.OfText[which - OfElements.Count];
        string? changed = null;
        var copy = With(original, body =>
        {
            var texts = body.Descendants(W + "t").ToList();
            changed = change(string.Join('\n', texts.Select(t => t.Value)), random);
            if (changed is null || changed.TrimEnd('\n') == string.Join('\n', texts.Select(t => t.Value))) changed = null;
            else Lay(texts, changed.TrimEnd('\n').Split('\n'));
        });
        return (name, changed is null ? null : copy);
    }

    /// <summary>Changes that show nothing.</summary>
    internal static IEnumerable<(string Name, byte[] Copy)> Harmless(byte[] original)
    {
        yield return ("compressed", Compress(original));
        yield return ("runs split", With(original, body =>
        {
            foreach (var run in body.Descendants(W + "r").ToList())
            {
                var text = run.Element(W + "t")!.Value;
                run.ReplaceWith(new XElement(W + "proofErr", new XAttribute(W + "type", "spellStart")), R(text[..(text.Length / 2)]), R(text[(text.Length / 2)..]));
            }
        }));
        yield return ("revision ids, bookmarks and formats", With(original, body =>
        {
            foreach (var paragraph in body.Descendants(W + "p").ToList())
            {
                paragraph.SetAttributeValue(W + "rsidR", "00AB12CD");
                paragraph.Element(W + "pPr")!.AddAfterSelf(new XElement(W + "bookmarkStart", new XAttribute(W + "id", "0"), new XAttribute(W + "name", "_Goback")), new XElement(W + "bookmarkEnd", new XAttribute(W + "id", "0")));
                foreach (var run in paragraph.Elements(W + "r"))
                    run.AddFirst(new XElement(W + "rPr", new XElement(W + "strike", new XAttribute(W + "val", "false")), new XElement(W + "color", new XAttribute(W + "val", "auto")), new XElement(W + "sz", new XAttribute(W + "val", "32"))), new XElement(W + "lastRenderedPageBreak"));
            }
        }));
    }

    /// <summary>The file with its text changed.</summary>
    internal static byte[] With(byte[] original, Action<XElement> change) => Rewritten(original, (name, content) =>
    {
        if (name != Main) return content;
        var document = XDocument.Load(new MemoryStream(content), LoadOptions.PreserveWhitespace);
        change(document.Root!.Element(W + "body")!);
        using var stream = new MemoryStream();
        document.Save(stream, SaveOptions.DisableFormatting);
        return stream.ToArray();
    });

    /// <summary>The file with its parts changed.</summary>
    internal static byte[] Rewritten(byte[] original, Func<string, byte[], byte[]> change, params (string Name, byte[] Content)[] more) => StoredZip.Write([.. Parts(original).Select(p => (p.Name, change(p.Name, p.Content))), .. more]);

    internal static List<(string Name, byte[] Content)> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(e =>
        {
            using var content = e.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return (e.FullName, bytes.ToArray());
        })];
    }

    private static byte[] Compress(byte[] original)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in Parts(original).AsEnumerable().Reverse())
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static void Lay(List<XElement> texts, string[] lines)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (i < lines.Length) texts[i].Value = lines[i];
            else texts[i].Parent!.Parent!.Remove();
        }

        foreach (var line in lines.Skip(texts.Count).Reverse()) texts[^1].Parent!.Parent!.AddAfterSelf(P(line));
    }

    private static XElement Paragraph(XElement body, Random random) => Pick(body.Descendants(W + "p"), random);

    private static XElement Run(XElement body, Random random) => Pick(body.Descendants(W + "r"), random);

    private static XElement Pick(IEnumerable<XElement> elements, Random random)
    {
        var all = elements.ToList();
        return all[random.Next(all.Count)];
    }

    private static void AddAfter(XElement body, Random random, Func<XElement, XElement> make)
    {
        var paragraph = Paragraph(body, random);
        paragraph.AddAfterSelf(make(paragraph));
    }

    private static void Format(XElement body, Random random, XElement property) => Run(body, random).AddFirst(new XElement(W + "rPr", property));

    private static void Wrap(XElement body, Random random, string element)
    {
        var run = Run(body, random);
        run.ReplaceWith(new XElement(W + element, new XElement(run)));
    }

    private static XElement P(string text) => new(W + "p", R(text));

    private static XElement R(string text) => new(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));
}
