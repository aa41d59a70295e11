using System.Text.Json;
using Bot.Api;
using Bot.Api.Description;
using Bot.Hosting;
using Knowledge.Corpus;

namespace Bot.Channels.Web;

/// <summary>A document whole, for whoever reads it rather than looks something up.</summary>
internal static class DocumentTextEndpoints
{
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/documents/{document}", Show).Describe("一份文件的全部条款", reply: "DocumentText", query: [Parameters.AsOf], errors: [404]);

    internal static IResult Show(string document, HttpRequest request, Composition composition, Today today)
    {
        if (AsOf.Read(request, today, out var asOf) is { } problem) return problem;
        return composition.Documents.FindDocument(document) is { } found
            ? new JsonReply(json => Write(json, found, asOf))
            : new ProblemReply(404, "没有这份文件，文件编号见 /api/documents。");
    }

    private static void Write(Utf8JsonWriter json, Document document, DateOnly asOf)
    {
        json.WriteStartObject();
        DocumentJson.WriteMembers(json, document, asOf, WriteClause);
        json.WriteEndObject();
    }

    private static void WriteClause(Utf8JsonWriter json, Clause clause)
    {
        json.WriteString("clause", clause.Id.ToString());
        json.WriteString("heading", clause.Heading);
        json.WriteString("text", clause.Text);
        json.WriteStrings("responsible", clause.Responsible);
        json.WriteString("parent", clause.Parent?.ToString());
    }
}
