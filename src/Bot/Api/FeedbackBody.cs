using Bot.Inputs;

namespace Bot.Api;

/// <summary>What <c>POST /api/feedback</c> takes.</summary>
/// <param name="AnswerId">The answer.</param>
/// <param name="Helpful">Whether it helped.</param>
/// <param name="Comment">What is said about it; null where nothing is.</param>
internal sealed record FeedbackBody(string AnswerId, bool Helpful, string? Comment)
{
    internal const int LongestComment = 2000;

    /// <summary>Reads it; null where faults were noted.</summary>
    internal static FeedbackBody? Read(Fields fields)
    {
        var answer = AskBody.ReadId(fields, "answerId", required: true);
        var helpful = (fields.Take("helpful") as Json.Truth)?.Value;
        if (helpful is null && !fields.IsTwice("helpful")) fields.Fault("helpful", "helpful 应为 true（有帮助）或 false（没有帮助）。");
        var comment = ReadComment(fields);
        fields.RefuseRest("answerId", "helpful", "comment");
        return fields.Faults.Count == 0 ? new FeedbackBody(answer!, helpful!.Value, comment) : null;
    }

    private static string? ReadComment(Fields fields)
    {
        if (fields.Take("comment") is not { } json) return null;
        if (json is Json.Text text && PlainText.Clean(text.Value) is { Length: <= LongestComment } clean) return clean.Length > 0 ? clean : null;
        fields.Fault("comment", $"comment 应为不超过 {LongestComment} 个字的字符串，没有意见可以不写。");
        return null;
    }
}
