using System.Text.Json.Nodes;
using Bot.Api;
using Bot.Hosting;
using Bot.Inputs;
using Bot.Summaries.Formats;

namespace Bot.Agents;

/// <summary>The 答复单 of one question, as Markdown.</summary>
internal sealed class SummaryFunction(Composition composition, Today today) : AgentFunction(
    "summarize",
    "出具答复单",
    "为一个问题出具答复单（Markdown）：结论、计算过程、所引条文、有效期、提示和可供核对的凭据。请原样交给用户，不要改写。",
    ArgumentSchema.Of(["text"], new JsonObject { ["text"] = ArgumentSchema.Text("用户的问题，用原话"), [AsOf.Name] = ArgumentSchema.AsOf() }))
{
    /// <inheritdoc />
    protected override Task<Outcome> RunAsync(Fields fields, CancellationToken cancellation)
    {
        var text = AskBody.ReadText(fields);
        var asOf = AsOf.Take(fields) ?? today.Date;
        fields.RefuseRest("text", AsOf.Name);
        if (fields.Faults.Count > 0) return Task.FromResult(Outcome.Refused(fields.Faults));
        var office = composition.Summaries;
        var format = SummaryFormat.All[0];
        var (summary, kind) = office.Write(office.ReceiptOf([composition.Masker.Mask(text!)], asOf), format);
        return Task.FromResult(Outcome.Of(json => SummaryJson.Write(json, kind, format, summary)));
    }
}
