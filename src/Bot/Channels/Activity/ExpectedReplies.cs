using System.Buffers;
using Bot.Api;

namespace Bot.Channels.Activity;

/// <summary>The replies in the response itself, as <c>deliveryMode: expectReplies</c> wants them: written as they are, not copied together first.</summary>
internal sealed class ExpectedReplies(IReadOnlyList<ActivityReply> replies) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = JsonReply.ContentType;
        response.ContentLength = Open.Length + replies.Sum(r => r.Json.Length) + Math.Max(0, replies.Count - 1) + Close.Length;
        var body = response.BodyWriter;
        body.Write(Open);
        for (var i = 0; i < replies.Count; i++)
        {
            if (i > 0) body.Write(","u8);
            body.Write(replies[i].Json.Span);
        }

        body.Write(Close);
        await body.FlushAsync(httpContext.RequestAborted);
    }

    private static ReadOnlySpan<byte> Open => """{"activities":["""u8;

    private static ReadOnlySpan<byte> Close => "]}"u8;
}
