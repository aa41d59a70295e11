using Bot.Api.Description;
using Bot.Hosting;
using Bot.Store;
using Bot.Summaries;
using Bot.Summaries.Formats;

namespace Bot.Api;

/// <summary>The 答复单: made from an answer or a question, and verified.</summary>
internal static class SummaryEndpoints
{
    private static readonly IReadOnlyList<string> MediaTypes = [.. SummaryFormat.All.Select(f => f.MediaType)];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/summaries", Make).Describe(new CallDescription("出具一份答复单，格式由 Accept 选择", "SummaryRequest", "SummaryFile", StatusCodes.Status200OK, [], [404, 406, 409]) { ReplyTypes = MediaTypes });
        app.MapPost("/api/verify", Verify).Describe(new CallDescription("核对一份答复单，列出每一处不同", "SummaryFile", "Verification", StatusCodes.Status200OK, [], []) { BodyTypes = MediaTypes });
    }

    internal static async Task<IResult> Make(HttpRequest request, Composition composition, IStore store, Today today)
    {
        if (SummaryNegotiation.Wanted(request) is not { } format) return new ProblemReply(406, $"答复单可以要求的格式（Accept）：{string.Join("、", MediaTypes)}。");
        var (fields, problem) = await RequestBody.ReadAsync(request);
        if (fields is null) return problem!;
        if (SummaryBody.Read(fields) is not { } body) return ProblemReply.Of(fields.Faults);
        var office = composition.Summaries;
        if (body.Text is { } text) return new SummaryReply(office.Write(office.ReceiptOf([composition.Masker.Mask(text)], body.AsOf ?? today.Date), format).File, format);
        if (await store.FindAnswerAsync(body.AnswerId!, request.HttpContext.RequestAborted) is not { } record) return new ProblemReply(404, "没有这个编号的回答。");
        if (record.CorpusVersion != office.Summariser.CorpusVersion) return new ProblemReply(409, "收录的文件在这次回答之后有变动，不能再为它出具答复单；请重新提问。");
        return RecordedAnswer.Reproduce(record, office.Summariser) is { } receipt
            ? new SummaryReply(office.Write(receipt, format).File, format)
            : new ProblemReply(409, "这次回答现在不能原样重现，不能为它出具答复单；请重新提问。");
    }

    internal static async Task<IResult> Verify(HttpRequest request, Composition composition) =>
        SummaryNegotiation.Given(request) is { } format
            ? new JsonReply(VerificationJson.Bytes(composition.Summaries.Verify(await RequestBody.BytesAsync(request), format)))
            : new ProblemReply(415, $"请以 Content-Type 注明答复单的格式：{string.Join("、", MediaTypes)}；文本须为 UTF-8 编码。");
}
