using System.Buffers;
using System.Globalization;
using Bot.Api;

namespace Bot.Channels.Tencent;

/// <summary>What a callback's address and body hold, before anything is believed.</summary>
internal static class CallbackRequest
{
    /// <summary>Bytes. A message has at most some 20 KB, thrice that in compatible mode.</summary>
    internal const int LongestBody = 64 * 1024;

    /// <summary>A parameter of the query; null where it is missing or stands twice.</summary>
    internal static string? Parameter(this HttpRequest request, string name) => request.Query[name] is [{ } value] ? value : null;

    /// <summary>Whether the timestamp is as old as allowed at most, or as far ahead.</summary>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="maxAgeSeconds">0 allows any.</param>
    /// <param name="now">The time.</param>
    internal static bool IsFresh(string timestamp, int maxAgeSeconds, DateTimeOffset now) =>
        maxAgeSeconds == 0
        || (long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= maxAgeSeconds);

    /// <summary>The refusal of a body that is longer.</summary>
    internal static ProblemReply TooLong() => new(StatusCodes.Status413PayloadTooLarge, FormattableString.Invariant($"请求内容过大，请控制在 {LongestBody / 1024} KiB 以内。"));

    /// <summary>The body; null where it is longer than <see cref="LongestBody"/>.</summary>
    internal static async Task<byte[]?> BodyAsync(this HttpRequest request)
    {
        if (request.ContentLength > LongestBody) return null;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > LongestBody)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
