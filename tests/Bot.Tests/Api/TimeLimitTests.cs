using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Bot.Answering;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Store;
using Bot.Store.Records;
using Bot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Api;

/// <summary>A request ends in time as a whole, whatever it waits for; what it began is not lost by that.</summary>
public sealed class TimeLimitTests : IAsyncLifetime
{
    private const string Question = """{"text":"第三条奖励多少"}""";
    private const string Message = """{"type":"message","id":"m-1","channelId":"emulator","deliveryMode":"expectReplies","text":"第三条奖励多少","from":{"id":"u"},"recipient":{"id":"b"},"conversation":{"id":"c"},"serviceUrl":"http://127.0.0.1:9"}""";
    private readonly SlowTurns turns = new();
    private readonly BotHost host;

    public TimeLimitTests() => host = new BotHost(["--Limits:RequestSeconds=1"], services => services.AddSingleton<IAssistant>(p => turns.With(ActivatorUtilities.CreateInstance<EchoAssistant>(p))));

    public Task InitializeAsync() => host.InitializeAsync();

    public async Task DisposeAsync()
    {
        turns.GoOn();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_so_and_when_to_come_back()
    {
        var reply = await host.PostAsync("/api/ask", Question);
        Assert.Null(reply.Problem(503));
        Assert.Equal(("5", "nosniff", "no-store"), (reply.Headers["Retry-After"], reply.Headers["X-Content-Type-Options"], reply.Headers["Cache-Control"]));
        turns.GoOn();
        Assert.Equal(200, (await host.PostAsync("/api/ask", Question)).Status);
    }

    [Fact]
    public async Task A_body_that_does_not_end_is_not_waited_for()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port);
        await client.GetStream().WriteAsync("POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"u8.ToArray());
        using var reader = new StreamReader(client.GetStream());
        Assert.StartsWith("HTTP/1.1 503 ", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_whose_request_ends_goes_on_is_recorded_once_and_answers_who_sends_it_again()
    {
        Assert.Null((await host.PostAsync("/api/messages", Message)).Problem(503));
        turns.GoOn();
        var again = await host.PostAsync("/api/messages", Message);
        Assert.Equal(200, again.Status);
        Assert.Single(again.Json.GetProperty("activities").EnumerateArray());
        Assert.Single((await host.Services.GetRequiredService<IStore>().AnswersAsync(new AnswerFilter(), default)).Answers);
    }

    [Fact]
    public async Task A_conversations_socket_stays_open_for_longer()
    {
        var token = (await host.PostAsync("/v3/directline/tokens/generate", "{}")).Json.GetProperty("token").GetString();
        host.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var opened = (await host.PostAsync("/v3/directline/conversations", "{}")).Json;
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(opened.GetProperty("streamUrl").GetString()!), default);
        // As long as another request, begun later, is given.
        Assert.Equal(503, (await host.PostAsync("/api/ask", Question)).Status);
        turns.GoOn();
        Assert.Equal(200, (await host.PostAsync($"/v3/directline/conversations/{opened.GetProperty("conversationId").GetString()}/activities", """{"type":"message","text":"还在吗"}""")).Status);
        var (said, buffer) = ("", new byte[16 * 1024]);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!said.Contains("还在吗", StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(buffer, limit.Token);
            Assert.Equal(WebSocketMessageType.Text, read.MessageType);
            said += Encoding.UTF8.GetString(buffer, 0, read.Count);
        }
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("3601")]
    public void A_limit_that_is_no_count_of_seconds_is_named(string value)
    {
        var fault = Assert.Throws<StartException>(() => TimeLimit.Add(new ServiceCollection(), new ConfigurationBuilder().AddInMemoryCollection([new("Limits:RequestSeconds", value)]).Build()));
        Assert.Contains("Limits:RequestSeconds", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Turns that wait until they may go on, or until nobody waits for them.</summary>
    private sealed class SlowTurns
    {
        private readonly TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal void GoOn() => goOn.TrySetResult();

        internal IAssistant With(IAssistant assistant) => new Slow(this, assistant);

        private sealed class Slow(SlowTurns turns, IAssistant assistant) : IAssistant
        {
            public async Task<Answer> AskAsync(Turn turn, CancellationToken cancellation)
            {
                await turns.goOn.Task.WaitAsync(cancellation);
                return await assistant.AskAsync(turn, cancellation);
            }
        }
    }
}
