using System.Globalization;
using System.Text;
using Bot.Answering.Wording;
using Knowledge.Corpus;

namespace Bot.Mcp;

/// <summary>Documents and clauses as Markdown: whether they apply first, then the wording, character for character.</summary>
internal static class ResourceText
{
    /// <summary>A whole document.</summary>
    internal static string Of(Document document, DateOnly asOf)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {document.Title}\n\n");
        if (document.Number is { } number) text.Append(CultureInfo.InvariantCulture, $"- 文号：{number}\n");
        text.Append(CultureInfo.InvariantCulture, $"- 发文单位：{document.Issuer}\n- 印发日期：{document.Issued:yyyy-MM-dd}\n");
        text.Append(CultureInfo.InvariantCulture, $"- 有效期：{ValidityWording.Note(document, asOf).Note}\n");
        foreach (var clause in document.Clauses)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {clause.Heading}（{clause.Id}）\n\n");
            Write(text, clause);
        }

        return text.ToString();
    }

    /// <summary>One clause.</summary>
    internal static string Of(Clause clause, Document document, DateOnly asOf)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {clause.Heading}\n\n- 条款：{clause.Id}\n- 文件：《{document.Title}》{document.Number}\n");
        text.Append(CultureInfo.InvariantCulture, $"- 有效期：{ValidityWording.Note(document, asOf).Note}\n\n");
        Write(text, clause);
        return text.ToString();
    }

    // Not escaped: whoever reads this quotes it, and a quote must be the document's own characters.
    private static void Write(StringBuilder text, Clause clause)
    {
        text.Append(CultureInfo.InvariantCulture, $"> {clause.Text}\n");
        if (clause.Responsible.Count > 0) text.Append(CultureInfo.InvariantCulture, $"\n责任单位：{string.Join("、", clause.Responsible)}\n");
    }
}
