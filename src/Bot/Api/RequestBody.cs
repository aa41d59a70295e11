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
    internal static async Task<(Fields? Fields, ProblemReply? Problem)> ReadAsync(HttpRequest request)
    {
        if (!IsJson(request.ContentType)) return (null, new ProblemReply(415, ProblemTitles.Detail(415)));
        var body = await BytesAsync(request);
        if (body.Length == 0) return (null, new ProblemReply(400, "请求内容是空的，请发送一个 JSON 对象。"));
        return JsonParser.Read(body.Span, out var fault) switch
        {
            Json.Object members => (new Fields(members, []), null),
            null => (null, new ProblemReply(400, fault)),
            _ => (null, new ProblemReply(400, "请求内容应是一个 JSON 对象，例如 {\"text\":\"…\"}。")),
        };
    }

    // Nearly every client writes it so; the rest is parsed.
    private static bool IsJson(string? contentType) => contentType == MediaTypeNames.Application.Json || IsJsonWithParameters(contentType);

    private static bool IsJsonWithParameters(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>The whole body as it came.</summary>
    /// <exception cref="BadHttpRequestException">The body is too large or ends early; the outer middleware replies.</exception>
    internal static async Task<ReadOnlyMemory<byte>> BytesAsync(HttpRequest request)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (!read.IsCompleted)
            {
                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var bytes = read.Buffer.ToArray();
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return bytes;
        }
    }
}
