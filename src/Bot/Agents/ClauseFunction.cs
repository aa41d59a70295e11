using System.Text.Json.Nodes;
using Bot.Api;
using Bot.Hosting;
using Bot.Inputs;
using Knowledge.Citations;

namespace Bot.Agents;

/// <summary>One clause, whole.</summary>
internal sealed class ClauseFunction(Composition composition, Today today) : AgentFunction(
    "get_clause",
    "条款全文",
    "给出一个条款的全文、责任单位和有效期。" + AgentFunctions.Quoting,
    ArgumentSchema.Of(["clause"], new JsonObject
    {
        ["clause"] = ArgumentSchema.Text("条款编号，形如 xunwu-51/2，可用 search_clauses 查找", AskBody.LongestId),
        [AsOf.Name] = ArgumentSchema.AsOf(),
    }))
{
    /// <inheritdoc />
    protected override Task<Outcome> RunAsync(Fields fields, CancellationToken cancellation)
    {
        var id = (fields.Take("clause") as Json.Text)?.Value;
        if (id is null) fields.Fault("clause", "请用 clause 写明条款编号，形如 xunwu-51/2。");
        var asOf = AsOf.Take(fields) ?? today.Date;
        fields.RefuseRest("clause", AsOf.Name);
        if (fields.Faults.Count > 0) return Task.FromResult(Outcome.Refused(fields.Faults));
        var documents = composition.Documents;
        return Task.FromResult(ClauseId.Find(id!) is { } wanted && documents.Find(wanted) is { } clause
            ? Outcome.Of(json => DocumentJson.WriteClause(json, clause, documents.DocumentOf(clause), asOf))
            : Outcome.Missing(new InputFault("clause", "没有这个条款，请用 search_clauses 查找条款编号。")));
    }
}
