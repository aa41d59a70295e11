using System.Net.Mime;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Bot.Answering;
using Bot.Conversations;
using Bot.Telemetry;
using Microsoft.Net.Http.Headers;

namespace Bot.Api;

/// <summary>
/// An answer by server-sent events: <c>sentence</c> for each that may be shown while the answer forms, <c>answer</c> with the
/// JSON of ever. Where nothing is shown before the answer, no stream begins: whoever takes JSON too gets it, and errors are what they ever were.
/// </summary>
internal static class AskedStream
{
    /// <summary>Whether the request asks for events.</summary>
    internal static bool IsWanted(HttpRequest request) => request.Headers.Accept.Count > 0 && Accepted(request).Any(t => t.MediaType.Equals(MediaTypeNames.Text.EventStream, StringComparison.OrdinalIgnoreCase));

    /// <summary>Asks, and replies with events once there is something to show.</summary>
    internal static async Task<IResult> RunAsync(HttpRequest request, IAssistant assistant, Turn turn)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var shown = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
        var asked = assistant.AskAsync(turn with { Show = text => Add(shown, text) }, cancellation);
        _ = asked.ContinueWith(_ => shown.Writer.TryComplete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (!await shown.Reader.WaitToReadAsync(cancellation))
        {
            var answer = await asked;
            using var step = Steps.Begin(Steps.Render);
            if (Accepted(request).Any(t => t.MatchesAllTypes || t.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase))) return new JsonReply(AnswerJson.Bytes(answer));
        }

        // A proxy that gathers a reply before it passes it on is asked not to.
        request.HttpContext.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(Events(shown.Reader, asked, cancellation));
    }

    private static void Add(Channel<string> shown, string text)
    {
        // The beginning is told without a text: there is nothing to show yet.
        if (text.Length > 0) shown.Writer.TryWrite(text);
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(ChannelReader<string> shown, Task<Answer> asked, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var length = 0;
        await foreach (var text in shown.ReadAllAsync(cancellation))
        {
            yield return new SseItem<string>(Sentence(text[length..]), "sentence");
            length = text.Length;
        }

        yield return new SseItem<string>(Encoding.UTF8.GetString(AnswerJson.Bytes(await asked).Span), "answer");
    }

    private static string Sentence(string text) => JsonWords.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("text", text);
        json.WriteEndObject();
    });

    private static IEnumerable<MediaTypeHeaderValue> Accepted(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) ? accepted.Where(a => a.Quality is not 0) : [];
}
