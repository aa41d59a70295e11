using System.Globalization;
using Bot.Api.Description;
using Bot.Hosting;
using Bot.Inputs;
using Knowledge.Citations;

namespace Bot.Api;

/// <summary>One clause, whole, and the search for clauses.</summary>
internal static class ClauseEndpoints
{
    internal const int MostHits = 50;
    internal const int DefaultHits = 5;
    internal const int LongestQuery = 4000;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/clauses/{document}/{number}", Show).Describe("一个条款的全文", reply: "Clause", query: [Parameters.AsOf], errors: [404]);
        app.MapGet("/api/clauses", Search).Describe("检索条款", reply: "Hits", query: [Parameters.Query, Parameters.Top, Parameters.AsOf]);
    }

    internal static IResult Show(string document, string number, HttpRequest request, Composition composition, Today today)
    {
        if (AsOf.Read(request, today, out var asOf) is { } problem) return problem;
        return composition.Documents.Find(new ClauseId(document, number)) is { } clause
            ? new JsonReply(json => DocumentJson.WriteClause(json, clause, composition.Documents.DocumentOf(clause), asOf))
            : new ProblemReply(404, "没有这个条款，条款编号见 /api/documents。");
    }

    internal static IResult Search(HttpRequest request, Composition composition, Today today)
    {
        if (AsOf.Read(request, today, out var asOf) is { } problem) return problem;
        var faults = new List<InputFault>();
        var query = ReadQuery(request.Query["q"], faults);
        var top = ReadTop(request.Query["top"], faults);
        if (faults.Count > 0) return ProblemReply.Of(faults);
        var edition = composition.Current;
        return new JsonReply(json => DocumentJson.WriteHits(json, edition.Search.Search(query, top), edition.Documents, asOf));
    }

    /// <summary>The query without hidden characters; a fault is noted.</summary>
    internal static string ReadQuery(IReadOnlyList<string?> given, List<InputFault> faults)
    {
        var query = given is [{ } one] ? PlainText.Clean(one) : "";
        if (query.Length is 0 or > LongestQuery) faults.Add(new InputFault("q", $"请用 q 写明要检索的内容，1 到 {LongestQuery} 个字，只写一次。"));
        return query;
    }

    /// <summary>How many hits are wanted; a fault is noted.</summary>
    internal static int ReadTop(IReadOnlyList<string?> given, List<InputFault> faults)
    {
        if (given.Count == 0) return DefaultHits;
        if (given is [{ } one] && int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top is >= 1 and <= MostHits) return top;
        faults.Add(new InputFault("top", $"top 应为 1 到 {MostHits} 之间的整数。"));
        return DefaultHits;
    }
}
