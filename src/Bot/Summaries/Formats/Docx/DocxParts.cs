using System.IO.Compression;
using System.Xml;

namespace Bot.Summaries.Formats.Docx;

/// <summary>The parts of a Word file that somebody handed in: what stands in it and what styles it, found as Word finds them, within limits.</summary>
internal sealed class DocxParts
{
    private const int MostEntries = 256;
    private const int LongestPart = 4 * 1024 * 1024;
    private const string OfficeDocument = "/officeDocument";
    private const string StyleSheet = "/styles";

    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens them.</summary>
    /// <exception cref="InvalidDataException">It is no such file, or not one that can be trusted to show what it seems to hold.</exception>
    internal DocxParts(ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries) throw new InvalidDataException("Too many entries.");
        foreach (var entry in zip.Entries)
        {
            // Of two parts of one name, which one is shown depends on the reader.
            if (!entries.TryAdd(entry.FullName, entry)) throw new InvalidDataException("A part stands twice.");
        }

        var document = Targets("", "_rels/.rels", OfficeDocument) is [var only] ? only : throw new InvalidDataException("There is not one document.");
        var slash = document.LastIndexOf('/') + 1;
        Document = Bytes(document);
        Styles = [.. Targets(document[..slash], $"{document[..slash]}_rels/{document[slash..]}.rels", StyleSheet).Select(Bytes)];
    }

    /// <summary>The text.</summary>
    internal byte[] Document { get; }

    /// <summary>The style sheets.</summary>
    internal IReadOnlyList<byte[]> Styles { get; }

    /// <summary>A reader that takes no DTD and fetches nothing.</summary>
    internal static XmlReader Xml(byte[] part) => XmlReader.Create(
        new MemoryStream(part),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = LongestPart });

    private List<string> Targets(string folder, string relationships, string type)
    {
        List<string> targets = [];
        if (!entries.ContainsKey(relationships)) return targets;
        using var xml = Xml(Bytes(relationships));
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("Type")?.EndsWith(type, StringComparison.Ordinal) != true) continue;
            var target = xml.GetAttribute("Target") ?? throw new InvalidDataException("A relationship has no target.");
            if (xml.GetAttribute("TargetMode") is not (null or "Internal")) throw new InvalidDataException("A part lies outside of the file.");
            targets.Add(target.StartsWith('/') ? target[1..] : folder + target);
        }

        return targets;
    }

    // What an entry says of its own length is not believed.
    private byte[] Bytes(string name)
    {
        if (!entries.TryGetValue(name, out var entry)) throw new InvalidDataException("A part is missing.");
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (content.Read(buffer) is > 0 and var read)
        {
            if (bytes.Length + read > LongestPart) throw new InvalidDataException("A part is too long.");
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
