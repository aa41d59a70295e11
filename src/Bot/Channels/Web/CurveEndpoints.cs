using System.Text.Json;
using Bot.Api;
using Bot.Api.Description;
using Bot.Hosting;
using Bot.Inputs;
using Calculators.Money;
using Calculators.Rules;

namespace Bot.Channels.Web;

/// <summary>
/// The curve of an award over one input. One call for the whole plot, since dozens of single calculations for each key
/// pressed would use up what one client may ask in a minute.
/// </summary>
internal static class CurveEndpoints
{
    private static readonly QueryParameter Over = new("over", "横轴用哪一项数字输入，缺省为第一项", """{"type":"string"}""");

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/calculators/{name}/curve", Show).Describe("奖励随一项输入变化的曲线", body: "Profile", reply: "Curve", query: [Over, Parameters.AsOf], errors: [404]);

    internal static async Task<IResult> Show(string name, HttpRequest request, Composition composition, Today today)
    {
        if (composition.Catalogue.Find(name) is not { } calculator) return new ProblemReply(404, "没有这个计算器，名称见 /api/calculators。");
        if (AsOf.Read(request, today, out _) is { } dateProblem) return dateProblem;
        var wanted = request.Query["over"].ToString();
        if (calculator.Inputs.FirstOrDefault(i => i is MoneyInput or CountInput && (wanted.Length == 0 || i.Name == wanted)) is not { } over)
            return ProblemReply.Of([new InputFault("over", "over 应为这个计算器的一项数字输入。")]);
        var (fields, problem) = await RequestBody.ReadAsync(request);
        if (fields is null) return problem!;
        var facts = InputReader.Read(fields, calculator.Inputs, complete: false);
        foreach (var missing in calculator.Missing(facts).Where(i => i != over)) fields.Fault(missing.Name, Expected.Missing(missing));
        return fields.Faults.Count > 0 ? ProblemReply.Of(fields.Faults) : new JsonReply(json => Write(json, calculator, over, Curve.Draw(calculator, facts, over)));
    }

    private static void Write(Utf8JsonWriter json, Calculator calculator, Input over, Curve curve)
    {
        json.WriteStartObject();
        json.WriteString("calculator", calculator.Name);
        json.WriteString("over", over.Name);
        json.WriteString("label", over.Label);
        json.WriteString("unit", over is CountInput count ? count.Units[0] : "元");
        WritePoints(json, "points", curve.Points);
        WritePoints(json, "jumps", curve.Jumps);
        json.WritePropertyName("ceiling");
        if (curve.Ceiling is { } ceiling) WritePoint(json, ceiling);
        else json.WriteNullValue();
        json.WriteEndObject();
    }

    private static void WritePoints(Utf8JsonWriter json, string name, IReadOnlyList<CurvePoint> points)
    {
        json.WriteStartArray(name);
        foreach (var point in points) WritePoint(json, point);
        json.WriteEndArray();
    }

    private static void WritePoint(Utf8JsonWriter json, CurvePoint point)
    {
        json.WriteStartObject();
        json.WriteNumber("value", point.Value);
        json.WriteMoney("amount", Yuan.Of(point.Award));
        json.WriteEndObject();
    }
}
