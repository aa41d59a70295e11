using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Channels.DirectLine;

/// <summary>A client's WebSocket: activities as they come, and an empty frame now and then.</summary>
internal static class DirectLineStream
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);

    internal static async Task RunAsync(WebSocket socket, Transcript transcript, int watermark, TimeProvider time, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var listening = ListenAsync(socket, ended);
        try
        {
            while (!ended.IsCancellationRequested && socket.State == WebSocketState.Open)
            {
                if (transcript.IsOver)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, ended.Token);
                    break;
                }

                var (activities, next, changed) = transcript.After(watermark);
                if (activities.Count > 0)
                {
                    watermark = next;
                    await SendAsync(socket, Set(activities, next), ended.Token);
                    continue;
                }

                if (await Task.WhenAny(changed, Task.Delay(KeepAlive, time, ended.Token)) != changed && !ended.IsCancellationRequested)
                {
                    transcript.Touched = time.GetUtcNow();
                    await SendAsync(socket, "", ended.Token);
                }
            }
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

    /// <summary>A set of activities as both the stream and polling have it.</summary>
    internal static string Set(JsonArray activities, int watermark) =>
        ClientActivity.Text(new JsonObject { ["activities"] = activities, ["watermark"] = watermark.ToString(CultureInfo.InvariantCulture) });

    private static Task SendAsync(WebSocket socket, string text, CancellationToken cancellation) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    // Clients say nothing here but that they are still there, or that they leave.
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource ended)
    {
        var buffer = new byte[1024];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), ended.Token);
                if (received.MessageType != WebSocketMessageType.Close) continue;
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, ended.Token);
                break;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }

        await ended.CancelAsync();
    }
}
