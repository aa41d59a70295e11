using System.Buffers;
using System.Net.Mime;
using Bot.Inputs;
using Microsoft.Net.Http.Headers;

namespace Bot.Api;

/// <summary>Reads the JSON object that a call takes, or says why it cannot be read.</summary>
internal static class RequestBody
{
    internal const int LongestKiB = 256;

    /// <summary>The members of the body, or the problem to reply with.</summary>
    /// <exception cref="BadHttpRequestException">The body is too large or ends early; the outer middleware replies.</exception>
    internal static async ValueTask<(Fields? Fields, ProblemReply? Problem)> ReadAsync(HttpRequest request)
    {
        if (!IsJson(request.ContentType)) return (null, new ProblemReply(415, ProblemTitles.Detail(415)));
        return await ReadAsync(request, static body => Members(body.Span));
    }

    private static (Fields? Fields, ProblemReply? Problem) Members(ReadOnlySpan<byte> body)
    {
        if (body.Length == 0) return (null, new ProblemReply(400, "请求内容是空的，请发送一个 JSON 对象。"));
        return JsonParser.Read(body, out var fault) switch
        {
            Json.Object members => (new Fields(members, []), null),
            null => (null, new ProblemReply(400, fault)),
            _ => (null, new ProblemReply(400, "请求内容应是一个 JSON 对象，例如 {\"text\":\"…\"}。")),
        };
    }

    private static bool IsJson(string? contentType) => IsPlainJson(contentType) || IsJsonWithParameters(contentType);

    /// <summary>Whether the type is JSON, written as nearly every client writes it.</summary>
    internal static bool IsPlainJson(string? contentType) => contentType == MediaTypeNames.Application.Json;

    private static bool IsJsonWithParameters(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The whole body as it came.</summary>
    /// <exception cref="BadHttpRequestException">The body is too large or ends early; the outer middleware replies.</exception>
    internal static ValueTask<ReadOnlyMemory<byte>> BytesAsync(HttpRequest request) => ReadAsync(request, static body => new ReadOnlyMemory<byte>(body.ToArray()));

    /// <summary>What is read from the whole body, where it arrived: it is copied only where it came in pieces.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the body, and keeps nothing of its memory.</param>
    /// <exception cref="BadHttpRequestException">The body is too large or ends early; the outer middleware replies.</exception>
    internal static async ValueTask<T> ReadAsync<T>(HttpRequest request, Func<ReadOnlyMemory<byte>, T> read)
    {
        while (true)
        {
            var body = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (!body.IsCompleted)
            {
                request.BodyReader.AdvanceTo(body.Buffer.Start, body.Buffer.End);
                continue;
            }

            try
            {
                return read(body.Buffer.IsSingleSegment ? body.Buffer.First : body.Buffer.ToArray());
            }
            finally
            {
                request.BodyReader.AdvanceTo(body.Buffer.End);
            }
        }
    }
}
