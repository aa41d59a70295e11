using System.Globalization;
using System.Net.Mime;
using Bot.Api;

namespace Bot.Channels.Web.Questions;

/// <summary>Questions as lines that <c>eval</c> reads, once the office has written in what the answer should be: kind and clauses are left empty.</summary>
internal sealed class EvaluationLines(IReadOnlyList<OpenQuestion> questions) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = new MemoryStream();
        for (var i = 0; i < questions.Count; i++)
        {
            body.Write(Line(questions[i], i + 1).Span);
            body.WriteByte((byte)'\n');
        }

        httpContext.Response.Headers.ContentDisposition = new ContentDisposition { DispositionType = "attachment", FileName = "questions.jsonl" }.ToString();
        return JsonReply.Send(httpContext, body.ToArray(), StatusCodes.Status200OK, "application/jsonl; charset=utf-8");
    }

    private static ReadOnlyMemory<byte> Line(OpenQuestion question, int number) => JsonWords.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", $"open-{number.ToString("0000", CultureInfo.InvariantCulture)}");
        json.WriteStrings("turns", question.Turns);
        json.WriteDay("asOf", question.Latest.AsOf);
        json.WriteString("kind", "");
        json.WriteStrings("clauses", []);
        json.WriteStrings("tags", ["open", "was-" + question.Latest.Kind, .. question.Unhelpful > 0 ? (string[])["unhelpful"] : []]);
        json.WriteEndObject();
    });
}
