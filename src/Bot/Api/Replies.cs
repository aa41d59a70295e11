using System.Net.Mime;
using System.Text.Json;
using Bot.Inputs;

namespace Bot.Api;

/// <summary>JSON, written by hand so that nothing is reflected over.</summary>
internal sealed class JsonReply(ReadOnlyMemory<byte> body, int status = StatusCodes.Status200OK) : IResult
{
    internal const string ContentType = MediaTypeNames.Application.Json + "; charset=utf-8";

    internal JsonReply(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
        : this(JsonWords.Bytes(write), status)
    {
    }

    /// <summary>The body.</summary>
    internal ReadOnlyMemory<byte> Body => body;

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) => Send(httpContext, body, status, ContentType);

    internal static async Task Send(HttpContext context, ReadOnlyMemory<byte> body, int status, string contentType)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }
}

/// <summary>An error as RFC 9457 has it, with the fields that are wrong.</summary>
/// <param name="status">The status.</param>
/// <param name="detail">A courteous sentence in Chinese.</param>
/// <param name="faults">The fields that are wrong; none where the request as a whole is.</param>
internal sealed class ProblemReply(int status, string detail, params IReadOnlyList<InputFault> faults) : IResult
{
    internal const string ContentType = "application/problem+json; charset=utf-8";

    /// <summary>A 400 that names what is wrong.</summary>
    internal static ProblemReply Of(IReadOnlyList<InputFault> faults) =>
        new(StatusCodes.Status400BadRequest, string.Join(' ', faults.Take(20).Select(f => f.Text)), faults);

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) => JsonReply.Send(httpContext, JsonWords.Bytes(Write), status, ContentType);

    /// <summary>Writes the body.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteString("title", ProblemTitles.Of(status));
        json.WriteNumber("status", status);
        json.WriteString("detail", detail);
        json.WriteString("field", faults.Count > 0 ? faults[0].Field : null);
        json.WriteStartObject("errors");
        foreach (var field in faults.GroupBy(f => f.Field, StringComparer.Ordinal)) json.WriteStrings(field.Key, field.Select(f => f.Text));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
