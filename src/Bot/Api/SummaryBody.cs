using Bot.Inputs;

namespace Bot.Api;

/// <summary>What <c>POST /api/summaries</c> takes: a recorded answer, or a question.</summary>
/// <param name="AnswerId">The answer; null where a question is given.</param>
/// <param name="Text">The question; null where an answer is given.</param>
/// <param name="AsOf">The date for which the question is answered; null is today.</param>
internal sealed record SummaryBody(string? AnswerId, string? Text, DateOnly? AsOf)
{
    /// <summary>Reads it; null where faults were noted.</summary>
    internal static SummaryBody? Read(Fields fields)
    {
        var isQuestion = !fields.Has("answerId");
        var answer = AskBody.ReadId(fields, "answerId", required: false);
        var text = isQuestion ? AskBody.ReadText(fields) : null;
        var asOf = Api.AsOf.Take(fields);
        if (!isQuestion && fields.Has("text") && fields.Take("text") is not null) fields.Fault("text", "answerId 和 text 请只写一个。");
        if (!isQuestion && asOf is not null) fields.Fault(Api.AsOf.Name, "asOf 只与 text 一起使用；已有回答按它自己的日期。");
        fields.RefuseRest("answerId", "text", Api.AsOf.Name);
        return fields.Faults.Count == 0 ? new SummaryBody(answer, text, asOf) : null;
    }
}
