using System.Text.Json;
using Bot.Api;
using Bot.Api.Description;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Store;
using Bot.Store.Records;
using Bot.Summaries;
using Calculators.Money;
using Calculators.Rules;

namespace Bot.Channels.Web;

/// <summary>The facts that an answer's awards were reckoned from, so that a person can change one and reckon again.</summary>
internal static class FactsEndpoints
{
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/answers/{answerId}/facts", Show).Describe("一次回答核算时所用的情况", reply: "AnswerFacts", query: [Parameters.AsOf], errors: [404]);

    internal static async Task<IResult> Show(string answerId, HttpRequest request, IStore store, Composition composition, Today today)
    {
        if (AsOf.Read(request, today, out _) is { } problem) return problem;
        if (!AskBody.IsId(answerId) || await store.FindAnswerAsync(answerId, request.HttpContext.RequestAborted) is not { } record)
            return new ProblemReply(404, "没有这个编号的回答。");
        var known = Replay(record, composition);
        using var body = JsonDocument.Parse(record.Body);
        var names = body.RootElement.GetProperty("awards").EnumerateArray().Select(a => a.GetProperty("calculator").GetString()!).Distinct(StringComparer.Ordinal).ToList();
        return new JsonReply(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("facts");
            foreach (var calculator in names.Select(composition.Catalogue.Find).OfType<Calculator>())
            {
                json.WriteStartObject();
                json.WriteString("calculator", calculator.Name);
                json.WriteStartObject("inputs");
                // An interval stands for no one number; where one was said, the field is left to be filled in.
                var facts = known.Corners(calculator)[0];
                foreach (var input in calculator.Inputs.Where(i => facts.Has(i) && known.Find(i) is { IsVague: false })) Write(json, input.Name, facts.Find(input.Name)!);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    // The dialogue gives the same for the same turns, so what it knew then need not be kept beside each answer.
    private static Understanding.Slots.KnownFacts Replay(AnswerRecord record, Composition composition)
    {
        var (turns, choices) = TurnsJson.Read(record.Inputs);
        if (turns.Count == 0) return Understanding.Slots.KnownFacts.None;
        var receipt = new Receipt(turns, record.AsOf, record.CorpusVersion) { Choices = choices };
        return composition.Summaries.Summariser.Replay(receipt, record.AnswerId, record.ConversationId).State.Known;
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case Yuan amount: json.WriteMoney(name, amount); break;
            case int count: json.WriteNumber(name, count); break;
            case bool yes: json.WriteBoolean(name, yes); break;
            case string choice: json.WriteString(name, choice); break;
            case DateOnly day: json.WriteDay(name, day); break;
            case IReadOnlyList<NamedAmount> list: json.WriteAmounts(name, list); break;
            default: throw new NotSupportedException($"{name}: a {value.GetType().Name} is no fact.");
        }
    }
}
