using Bot.Api.Description;
using Bot.Hosting;

namespace Bot.Api;

/// <summary>The documents and their clauses' headings.</summary>
internal static class DocumentEndpoints
{
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/documents", List).Describe("文件及其条款目录", reply: "Documents", query: [Parameters.AsOf]);

    internal static IResult List(HttpRequest request, Composition composition, Today today) =>
        AsOf.Read(request, today, out var asOf) ?? (IResult)new JsonReply(json => DocumentJson.WriteList(json, composition.Documents, asOf));
}
