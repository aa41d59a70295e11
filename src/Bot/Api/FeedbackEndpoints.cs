using System.Globalization;
using Bot.Api.Description;
using Bot.Hosting;
using Bot.Inputs;
using Bot.Privacy;
using Bot.Store;
using Bot.Store.Records;

namespace Bot.Api;

/// <summary>Feedback on answers: anybody may give it, the desk reads it.</summary>
internal static class FeedbackEndpoints
{
    private const string Unknown = "没有这个编号的回答。";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/feedback", Add).Describe("对一次回答的评价", body: "Feedback", reply: "FeedbackNote", status: 201, errors: [404, 503, 507]);
        app.MapGet("/api/feedback", List).Describe("一次回答收到的评价", reply: "FeedbackNotes", query: [Parameters.AnswerId, Parameters.AsOf], errors: [401, 403, 404]);
    }

    internal static async Task<IResult> Add(HttpRequest request, IStore store, Masker masker)
    {
        var (fields, problem) = await RequestBody.ReadAsync(request);
        if (fields is null) return problem!;
        if (FeedbackBody.Read(fields) is not { } body) return ProblemReply.Of(fields.Faults);
        if (body.Comment is { } comment) body = body with { Comment = masker.Mask(comment) };
        return await store.AddFeedbackAsync(body.AnswerId, body.Helpful, body.Comment, request.HttpContext.RequestAborted)
            ? new JsonReply(
                json =>
                {
                    json.WriteStartObject();
                    json.WriteString("answerId", body.AnswerId);
                    json.WriteBoolean("helpful", body.Helpful);
                    json.WriteString("comment", body.Comment);
                    json.WriteEndObject();
                },
                StatusCodes.Status201Created)
            : new ProblemReply(404, Unknown);
    }

    internal static async Task<IResult> List(HttpRequest request, IStore store, IDeskGate gate, AccessLog accesses, Today today)
    {
        if (gate.Refusal(request.HttpContext) is { } refusal) return refusal;
        if (AsOf.Read(request, today, out _) is { } problem) return problem;
        if (request.Query["answerId"] is not [{ } id] || !AskBody.IsId(id))
            return ProblemReply.Of([new InputFault("answerId", "请用 answerId 写明是哪一次回答，只写一次。")]);
        await accesses.NoteAsync(request.HttpContext, "feedback", id);
        return await store.FindAnswerAsync(id, request.HttpContext.RequestAborted) is null
            ? new ProblemReply(404, Unknown)
            : Notes(await store.FeedbackAsync(id, request.HttpContext.RequestAborted));
    }

    private static JsonReply Notes(IReadOnlyList<FeedbackRecord> notes) => new(json =>
    {
        json.WriteStartObject();
        json.WriteObjects("feedback", notes, static (json, note) =>
        {
            json.WriteString("answerId", note.AnswerId);
            json.WriteBoolean("helpful", note.Helpful);
            json.WriteString("comment", note.Comment);
            json.WriteString("at", note.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        });
        json.WriteEndObject();
    });
}
