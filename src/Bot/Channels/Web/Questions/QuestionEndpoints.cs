using System.Globalization;
using System.Text.Json;
using Bot.Api;
using Bot.Api.Description;
using Bot.Hosting;
using Bot.Inputs;
using Bot.Privacy;
using Bot.Store;
using Bot.Store.Records;

namespace Bot.Channels.Web.Questions;

/// <summary>What the assistant refused or did not answer well, for the office behind the desk's sign-in.</summary>
internal static class QuestionEndpoints
{
    private const int Most = 500;
    private static readonly TimeSpan ChinaStandardTime = TimeSpan.FromHours(8);
    private static readonly QueryParameter Format = new("format", "json 或 jsonl（评测用，每行一个问题）", """{"enum":["json","jsonl"],"default":"json"}""");

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/desk/questions", List).Describe("没有答好的问题", reply: "OpenQuestions", query: [Format], errors: [401, 403]);

    internal static async Task<IResult> List(HttpContext context, IStore store, IDeskGate gate, AccessLog accesses)
    {
        if (gate.Refusal(context) is { } refusal) return refusal;
        var lines = context.Request.Query["format"].ToString() switch { "" or "json" => false, "jsonl" => true, _ => (bool?)null };
        if (lines is null) return ProblemReply.Of([new InputFault("format", "format 应为 json 或 jsonl。")]);
        await accesses.NoteAsync(context, lines.Value ? "questions-export" : "questions", "");
        var page = await store.AnswersAsync(new AnswerFilter(AnswerSelection.RefusedOrUnhelpful, Most: Most), context.RequestAborted);
        List<WeakAnswer> answers = [];
        foreach (var answer in page.Answers) answers.Add(new WeakAnswer(answer, await store.FeedbackAsync(answer.AnswerId, context.RequestAborted)));
        var questions = OpenQuestion.Group(answers);
        if (lines.Value) return new EvaluationLines(questions);
        return new JsonReply(json => Write(json, questions, complete: page.Next is null));
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<OpenQuestion> questions, bool complete)
    {
        json.WriteStartObject();
        json.WriteObjects("questions", questions, static (json, question) =>
        {
            json.WriteString("question", question.Latest.Question);
            json.WriteStrings("turns", question.Turns);
            json.WriteString("kind", question.Latest.Kind);
            json.WriteNumber("count", question.Count);
            json.WriteNumber("refused", question.Refused);
            json.WriteNumber("unhelpful", question.Unhelpful);
            json.WriteString("first", Time(question.First));
            json.WriteString("last", Time(question.Latest.At));
            json.WriteString("answerId", question.Latest.AnswerId);
            json.WriteStrings("comments", question.Comments);
        });
        json.WriteBoolean("complete", complete);
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset at) => at.ToOffset(ChinaStandardTime).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
