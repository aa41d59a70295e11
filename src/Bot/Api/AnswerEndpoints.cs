using System.Text;
using Bot.Answering;
using Bot.Api.Description;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Store;
using Bot.Telemetry;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Api;

/// <summary>Asking, and what was answered.</summary>
internal static class AnswerEndpoints
{
    private const string Channel = "api";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/ask", Ask).Describe("向助手提问，得到一次回答；Accept 为 text/event-stream 时先逐句给出已核对的内容", body: "Question", reply: "Answer", errors: [503]);
        app.MapGet("/api/answers/{answerId}", Show).Describe("已给出的回答，原样", reply: "Answer", query: [Parameters.AsOf], errors: [404]);
    }

    internal static async Task<IResult> Ask(HttpRequest request, [FromServices] IAssistant assistant, Today today)
    {
        var (fields, problem) = await RequestBody.ReadAsync(request);
        if (fields is null) return problem!;
        if (AskBody.Read(fields) is not { } body) return ProblemReply.Of(fields.Faults);
        var turn = new Turn(Channel, body.ConversationId, User: "", body.Text, body.AsOf ?? today.Date);
        if (AskedStream.IsWanted(request)) return await AskedStream.RunAsync(request, assistant, turn);
        var answer = await assistant.AskAsync(turn, request.HttpContext.RequestAborted);
        using var step = Steps.Begin(Steps.Render);
        return new JsonReply(AnswerJson.Bytes(answer));
    }

    internal static async Task<IResult> Show(string answerId, HttpRequest request, IStore store, Today today)
    {
        if (AsOf.Read(request, today, out _) is { } problem) return problem;
        return AskBody.IsId(answerId) && await store.FindAnswerAsync(answerId, request.HttpContext.RequestAborted) is { } answer
            ? new JsonReply(Encoding.UTF8.GetBytes(answer.Body))
            : new ProblemReply(404, "没有这个编号的回答。");
    }
}
