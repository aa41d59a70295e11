using Bot.Hosting;
using Knowledge.Citations;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Bot.Mcp;

/// <summary>The documents and their clauses as resources, in the edition that holds when they are read.</summary>
internal sealed class DocumentResources(Composition composition, Today today)
{
    internal const string Documents = "policy://documents/";
    internal const string Clauses = "policy://clauses/";
    private const string MediaType = "text/markdown";

    /// <summary>Every document, then every clause.</summary>
    internal ListResourcesResult List() => new()
    {
        Resources =
        [
            .. composition.Documents.Documents.Select(d => new Resource { Uri = Documents + d.Id, Name = d.Id, Title = d.Title, Description = $"《{d.Title}》全文", MimeType = MediaType }),
            .. composition.Documents.Clauses.Select(c => new Resource { Uri = Clauses + c.Id, Name = c.Id.ToString(), Title = c.Heading, MimeType = MediaType }),
        ],
    };

    /// <summary>How to name any of them.</summary>
    internal static ListResourceTemplatesResult Templates() => new()
    {
        ResourceTemplates =
        [
            new ResourceTemplate { UriTemplate = Documents + "{document}", Name = "document", Title = "一份文件的全文", Description = "document 形如 xunwu-51", MimeType = MediaType },
            new ResourceTemplate { UriTemplate = Clauses + "{document}/{number}", Name = "clause", Title = "一个条款的全文", Description = "条款 xunwu-51/2 的 document 为 xunwu-51，number 为 2", MimeType = MediaType },
        ],
    };

    /// <summary>One of them as Markdown.</summary>
    /// <exception cref="McpProtocolException">There is none of that address.</exception>
    internal ReadResourceResult Read(string uri) => new()
    {
        Contents = [new TextResourceContents { Uri = uri, MimeType = MediaType, Text = Find(uri) ?? throw new McpProtocolException("没有这个资源，地址见 resources/list。", McpErrorCode.ResourceNotFound) }],
    };

    private string? Find(string uri)
    {
        var documents = composition.Documents;
        if (uri.StartsWith(Documents, StringComparison.Ordinal))
            return documents.FindDocument(Uri.UnescapeDataString(uri[Documents.Length..])) is { } document ? ResourceText.Of(document, today.Date) : null;
        return uri.StartsWith(Clauses, StringComparison.Ordinal)
            && ClauseId.Find(Uri.UnescapeDataString(uri[Clauses.Length..])) is { } id
            && documents.Find(id) is { } clause
            ? ResourceText.Of(clause, documents.DocumentOf(clause), today.Date)
            : null;
    }
}
