namespace Bot.Api.Description;

/// <summary>What /openapi/v1.json says about a call beyond its method and path.</summary>
/// <param name="Summary">One phrase in Chinese.</param>
/// <param name="Body">The component that it takes; null where it takes none.</param>
/// <param name="Reply">The component that it replies with.</param>
/// <param name="Status">The status of that reply.</param>
/// <param name="Query">Its query parameters.</param>
/// <param name="Errors">The statuses of its errors, beside 400 and 429.</param>
internal sealed record CallDescription(
    string Summary, string? Body, string Reply, int Status, IReadOnlyList<QueryParameter> Query, IReadOnlyList<int> Errors)
{
    /// <summary>The media types of the body.</summary>
    internal IReadOnlyList<string> BodyTypes { get; init; } = ["application/json"];

    /// <summary>The media types of the reply.</summary>
    internal IReadOnlyList<string> ReplyTypes { get; init; } = ["application/json"];
}

/// <summary>A query parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it is for, in Chinese.</param>
/// <param name="Schema">Its JSON Schema.</param>
/// <param name="Required">Whether it must be given.</param>
internal sealed record QueryParameter(string Name, string Text, string Schema, bool Required = false);

/// <summary>The query parameters that several calls take.</summary>
internal static class Parameters
{
    internal static readonly QueryParameter AsOf = new(Api.AsOf.Name, "按哪一天判断有效期，缺省为今天（北京时间）", """{"type":"string","format":"date"}""");
    internal static readonly QueryParameter Query = new("q", "要检索的内容", """{"type":"string","minLength":1,"maxLength":4000}""", Required: true);
    internal static readonly QueryParameter Top = new("top", "最多几条", """{"type":"integer","minimum":1,"maximum":50,"default":5}""");
    internal static readonly QueryParameter AnswerId = new("answerId", "哪一次回答", """{"type":"string","minLength":1,"maxLength":128}""", Required: true);
}

/// <summary>Attaches a description to an endpoint.</summary>
internal static class DescribeExtension
{
    internal static void Describe(
        this RouteHandlerBuilder endpoint,
        string summary,
        string reply,
        string? body = null,
        int status = StatusCodes.Status200OK,
        IReadOnlyList<QueryParameter>? query = null,
        IReadOnlyList<int>? errors = null) =>
        endpoint.Describe(new CallDescription(summary, body, reply, status, query ?? [], errors ?? []));

    internal static void Describe(this RouteHandlerBuilder endpoint, CallDescription call) => endpoint.WithMetadata(call);
}
