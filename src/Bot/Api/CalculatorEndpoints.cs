using Bot.Api.Description;
using Bot.Hosting;
using Bot.Inputs;
using Calculators.Screening;

namespace Bot.Api;

/// <summary>The calculators: what there is, one calculation, and a profile against all of them.</summary>
internal static class CalculatorEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/calculators", List).Describe("全部奖励计算器及其输入项", reply: "Calculators", query: [Parameters.AsOf]);
        app.MapPost("/api/calculators/{name}", Run).Describe("按条款计算一项奖励", body: "CalculatorInput", reply: "Award", query: [Parameters.AsOf], errors: [404]);
        app.MapPost("/api/screen", Screen).Describe("用一份企业情况核对全部奖励", body: "Profile", reply: "Screening");
    }

    internal static IResult List(HttpRequest request, Composition composition, Today today) =>
        AsOf.Read(request, today, out _) ?? (IResult)new JsonReply(json => CalculatorJson.WriteList(json, composition.Catalogue));

    internal static async Task<IResult> Run(string name, HttpRequest request, Composition composition, Today today)
    {
        if (composition.Catalogue.Find(name) is not { } calculator) return new ProblemReply(404, "没有这个计算器，名称见 /api/calculators。");
        if (AsOf.Read(request, today, out var asOf) is { } dateProblem) return dateProblem;
        var (fields, problem) = await RequestBody.ReadAsync(request);
        if (fields is null) return problem!;
        var facts = InputReader.Read(fields, calculator.Inputs, complete: true);
        if (fields.Faults.Count > 0) return ProblemReply.Of(fields.Faults);
        var award = composition.Citations.Cite(calculator.Calculate(facts), calculator, asOf);
        return new JsonReply(json => AwardJson.Write(json, award));
    }

    internal static async Task<IResult> Screen(HttpRequest request, Composition composition, Today today)
    {
        if (AsOf.Read(request, today, out var asOf) is { } dateProblem) return dateProblem;
        var (fields, problem) = await RequestBody.ReadAsync(request);
        if (fields is null) return problem!;
        asOf = AsOf.Take(fields) ?? asOf;
        var profile = InputReader.Read(fields, composition.Catalogue.Inputs, complete: false);
        if (fields.Faults.Count > 0) return ProblemReply.Of(fields.Faults);
        var result = Screening.Run(composition.Catalogue, profile);
        return new JsonReply(json => ScreeningJson.Write(json, result, composition.Catalogue, composition.Citations, asOf));
    }
}
