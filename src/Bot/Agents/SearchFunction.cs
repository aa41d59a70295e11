using System.Text.Json.Nodes;
using Bot.Api;
using Bot.Hosting;
using Bot.Inputs;

namespace Bot.Agents;

/// <summary>The search for clauses.</summary>
internal sealed class SearchFunction(Composition composition, Today today) : AgentFunction(
    "search_clauses",
    "检索条款",
    "按词语或问题检索收录的政策条款，最相关的在前，给出条款编号、标题和原文片段；全文用 get_clause 查看。" + AgentFunctions.Quoting,
    ArgumentSchema.Of(["q"], new JsonObject
    {
        ["q"] = ArgumentSchema.Text("要检索的内容", ClauseEndpoints.LongestQuery),
        ["top"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = ClauseEndpoints.MostHits, ["default"] = ClauseEndpoints.DefaultHits, ["description"] = "最多几条" },
        [AsOf.Name] = ArgumentSchema.AsOf(),
    }))
{
    /// <inheritdoc />
    protected override Task<Outcome> RunAsync(Fields fields, CancellationToken cancellation)
    {
        var query = ClauseEndpoints.ReadQuery([(fields.Take("q") as Json.Text)?.Value], fields.Faults);
        // A value of another type is as wrong as a figure out of range.
        var top = ClauseEndpoints.ReadTop(fields.Take("top") is { } given ? [(given as Json.Number)?.Raw] : [], fields.Faults);
        var asOf = AsOf.Take(fields) ?? today.Date;
        fields.RefuseRest("q", "top", AsOf.Name);
        if (fields.Faults.Count > 0) return Task.FromResult(Outcome.Refused(fields.Faults));
        var edition = composition.Current;
        return Task.FromResult(Outcome.Of(json => DocumentJson.WriteHits(json, edition.Search.Search(query, top), edition.Documents, asOf)));
    }
}
