using System.Text.Json.Nodes;
using Bot.Api;
using Bot.Hosting;
using Bot.Inputs;
using Calculators.Rules;
using Calculators.Screening;

namespace Bot.Agents;

/// <summary>A profile against every calculator.</summary>
internal sealed class ScreenFunction(Composition composition, Today today) : AgentFunction(
    "screen",
    "政策体检",
    "用一份企业（或申报单位）情况核对全部奖励：符合的、只差一项的、不符合的，以及还缺哪些情况才能判断的。各项都可以不填。" + AgentFunctions.Facts + AgentFunctions.Quoting,
    Schema(composition.Catalogue))
{
    /// <inheritdoc />
    protected override Task<Outcome> RunAsync(Fields fields, CancellationToken cancellation)
    {
        var asOf = AsOf.Take(fields) ?? today.Date;
        var profile = InputReader.Read(fields, composition.Catalogue.Inputs, complete: false);
        if (fields.Faults.Count > 0) return Task.FromResult(Outcome.Refused(fields.Faults));
        var result = Screening.Run(composition.Catalogue, profile);
        return Task.FromResult(Outcome.Of(json => ScreeningJson.Write(json, result, composition.Catalogue, composition.Citations, asOf)));
    }

    private static JsonObject Schema(Catalogue catalogue)
    {
        var schema = InputSchema.Of(catalogue.Inputs, complete: false);
        schema["properties"]![AsOf.Name] = ArgumentSchema.AsOf();
        return schema;
    }
}
