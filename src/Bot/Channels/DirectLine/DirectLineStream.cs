using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Channels.DirectLine;

/// <summary>A client's WebSocket: activities as they come, and an empty frame now and then.</summary>
internal static class DirectLineStream
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);

    // How long the other side may take to agree to the end.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <summary>Tells a client what is said until it leaves, the conversation is erased or the program stops.</summary>
    /// <param name="socket">The client's; one task alone writes to it.</param>
    /// <param name="transcript">What is said.</param>
    /// <param name="watermark">How much of it the client has.</param>
    /// <param name="time">For the empty frames.</param>
    /// <param name="aborted">The connection is gone: nobody is there to be told anything.</param>
    /// <param name="stopping">The program stops: the client is told that it has to come again.</param>
    internal static async Task RunAsync(WebSocket socket, Transcript transcript, int watermark, TimeProvider time, CancellationToken aborted, CancellationToken stopping)
    {
        // What is under way is finished when the end comes: a send or a close that is cancelled breaks the connection.
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        using var farewell = ended.Token.Register(() => cut.CancelAfter(Farewell));
        var listening = ListenAsync(socket, ended, cut.Token);
        try
        {
            await TellAsync(socket, transcript, watermark, time, ended.Token, cut.Token);
            await socket.CloseOutputAsync(stopping.IsCancellationRequested ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure, null, cut.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The client went away; it reconnects with its watermark if it wants the rest.
            socket.Abort();
        }
        finally
        {
            await ended.CancelAsync();
            await listening;
        }
    }

    private static async Task TellAsync(WebSocket socket, Transcript transcript, int watermark, TimeProvider time, CancellationToken ended, CancellationToken cut)
    {
        while (!ended.IsCancellationRequested)
        {
            var (activities, next, changed) = transcript.After(watermark);
            if (transcript.IsOver) return;
            if (activities.Count > 0)
            {
                watermark = next;
                await SendAsync(socket, Set(activities, next), cut);
            }
            else if (await Task.WhenAny(changed, Task.Delay(KeepAlive, time, ended)) != changed && !ended.IsCancellationRequested)
            {
                transcript.Touched = time.GetUtcNow();
                await SendAsync(socket, "", cut);
            }
        }
    }

    /// <summary>A set of activities as both the stream and polling have it.</summary>
    internal static string Set(JsonArray activities, int watermark) =>
        ClientActivity.Text(new JsonObject { ["activities"] = activities, ["watermark"] = watermark.ToString(CultureInfo.InvariantCulture) });

    private static Task SendAsync(WebSocket socket, string text, CancellationToken cancellation) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    // Clients say nothing here but that they are still there, or that they leave.
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource ended, CancellationToken cut)
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), cut)).MessageType != WebSocketMessageType.Close)
            {
                // A sign of life.
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }

        await ended.CancelAsync();
    }
}
