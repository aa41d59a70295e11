using System.Text;
using System.Xml;

namespace Bot.Channels.Tencent;

/// <summary>The flat XML of the callbacks: one root, its children's texts.</summary>
internal static class CallbackXml
{
    /// <summary>Texts deeper down are read by their path: <c>SendPicsInfo/Count</c>.</summary>
    private const int MostDepth = 8;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 0,
        MaxCharactersInDocument = CallbackRequest.LongestBody,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>The children's texts by name; null where it is not UTF-8, no well-formed XML, or bears a DOCTYPE.</summary>
    internal static IReadOnlyDictionary<string, string>? Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Read(Strict.GetString(utf8));
        }
        catch (Exception e) when (e is DecoderFallbackException or XmlException)
        {
            return null;
        }
    }

    /// <summary>Writes a text as CDATA; <c>]]&gt;</c> is split, and what XML cannot hold is left out.</summary>
    internal static StringBuilder AppendText(this StringBuilder xml, string name, string text)
    {
        xml.Append('<').Append(name).Append("><![CDATA[");
        var from = xml.Length;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)) xml.Append(rune);
        }

        return xml.Replace("]]>", "]]]]><![CDATA[>", from, xml.Length - from).Append("]]></").Append(name).Append('>');
    }

    /// <summary>Writes a number.</summary>
    internal static StringBuilder AppendNumber(this StringBuilder xml, string name, string digits) =>
        xml.Append('<').Append(name).Append('>').Append(digits).Append("</").Append(name).Append('>');

    private static Dictionary<string, string>? Read(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var path = new Stack<string>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth > MostDepth:
                    return null;
                case XmlNodeType.Element when reader.Depth > 0:
                    path.Push(path.Count == 0 ? reader.LocalName : $"{path.Peek()}/{reader.LocalName}");
                    // The first of two counts: a second one is not what was signed for by a sane sender.
                    if (!fields.TryAdd(path.Peek(), "") && reader.Depth == 1) return null;
                    if (reader.IsEmptyElement) path.Pop();
                    break;
                case XmlNodeType.EndElement when path.Count > 0:
                    path.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when path.Count > 0:
                    fields[path.Peek()] += reader.Value;
                    break;
            }
        }

        return fields;
    }
}
