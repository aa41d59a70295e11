using System.Net.WebSockets;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>A stream's end is agreed on by both sides, whoever leaves and whenever.</summary>
public sealed class StreamTests(BotHost host) : IClassFixture<BotHost>
{
    private const string Root = "/v3/directline";

    [Fact]
    public async Task Who_leaves_while_something_is_being_said_is_answered()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var (conversation, token, stream) = await OpenAsync(host);
        for (var i = 0; i < 300; i++)
        {
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(stream, limit.Token);
            // The greeting is on its way, or has just arrived: the server is between two sentences.
            if (i % 3 > 0) await socket.ReceiveAsync(new byte[16 * 1024], limit.Token);
            if (i % 3 > 1) Assert.Equal(200, (int)(await SendAsync(host, $"/conversations/{conversation}/activities", """{"type":"event","name":"seen"}""", token)).Status);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            Assert.Equal((WebSocketState.Closed, WebSocketCloseStatus.NormalClosure), (socket.State, socket.CloseStatus));
        }
    }

    [Fact]
    public async Task Who_goes_without_a_word_costs_the_others_nothing()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var (_, _, stream) = await OpenAsync(host);
        for (var i = 0; i < 20; i++)
        {
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(stream, limit.Token);
            socket.Abort();
        }

        using var stays = new ClientWebSocket();
        await stays.ConnectAsync(stream, limit.Token);
        Assert.Equal(WebSocketMessageType.Text, (await stays.ReceiveAsync(new byte[16 * 1024], limit.Token)).MessageType);
    }

    [Fact]
    public async Task Who_is_there_when_the_program_stops_is_told_to_come_again()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var stopped = new BotHost();
        await stopped.InitializeAsync();
        var (_, _, stream) = await OpenAsync(stopped);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(stream, limit.Token);
        var stopping = stopped.StopAsync();
        WebSocketReceiveResult said;
        do said = await socket.ReceiveAsync(new byte[16 * 1024], limit.Token);
        while (said.MessageType != WebSocketMessageType.Close);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, said.CloseStatus);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
        await stopping;
        await stopped.DisposeAsync();
    }

    private static async Task<(string Conversation, string Token, Uri Stream)> OpenAsync(BotHost host)
    {
        var token = (await SendAsync(host, "/tokens/generate", """{"user":{"id":"dl_leaver"}}""", null)).Json.GetProperty("token").GetString()!;
        var opened = (await SendAsync(host, "/conversations", "{}", token)).Json;
        return (opened.GetProperty("conversationId").GetString()!, token, new Uri(opened.GetProperty("streamUrl").GetString()!));
    }

    private static Task<Reply> SendAsync(BotHost host, string path, string body, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Root + path) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return host.SendAsync(request);
    }
}
