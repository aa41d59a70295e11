using System.Net.Sockets;
using Bot.Answering;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Api;

/// <summary>Only so many requests are worked on at once and only so many wait.</summary>
public sealed class CrowdTests
{
    private const string Question = """{"text":"第三条奖励多少"}""";

    [Fact]
    public async Task Whoever_comes_on_top_of_those_who_work_and_wait_is_told_when_to_come_back()
    {
        var gate = new Gate();
        var host = new BotHost(["--Limits:AtOnce=1", "--Limits:Waiting=1"], services => services.AddSingleton<IAssistant>(p => gate.With(ActivatorUtilities.CreateInstance<EchoAssistant>(p))));
        await host.InitializeAsync();
        try
        {
            var working = host.PostAsync("/api/ask", Question);
            await gate.Entered.WaitAsync(TimeSpan.FromSeconds(60));
            // One of the two waits, the other is refused: which one is not said.
            var others = new[] { host.PostAsync("/api/ask", Question), host.PostAsync("/v3/directline/tokens/generate", "{}") };
            var refused = await await Task.WhenAny(others);
            Assert.Null(refused.Problem(429));
            Assert.Equal("1", refused.Headers["Retry-After"]);
            Assert.Equal(200, (await host.GetAsync("/healthz")).Status);
            gate.Open();
            Assert.Equal(200, (await working).Status);
            Assert.Equal([200, 429], (await Task.WhenAll(others)).Select(r => r.Status).Order());
            Assert.Equal(200, (await host.PostAsync("/api/ask", Question)).Status);
        }
        finally
        {
            gate.Open();
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Slow_bodies_take_no_place()
    {
        var host = new BotHost(["--Limits:AtOnce=1", "--Limits:Waiting=0"]);
        await host.InitializeAsync();
        List<TcpClient> slow = [];
        try
        {
            foreach (var path in new[] { "/api/ask", "/api/messages", "/api/verify", "/v3/directline/tokens/generate" })
            {
                var client = new TcpClient();
                slow.Add(client);
                await client.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port);
                await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{"));
            }

            for (var i = 0; i < 20; i++) Assert.Equal(200, (await host.PostAsync("/api/screen", "{}")).Status);
        }
        finally
        {
            slow.ForEach(c => c.Dispose());
            await host.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("Limits:AtOnce")]
    [InlineData("Limits:Waiting")]
    public void A_limit_that_is_no_count_is_named(string name)
    {
        foreach (var value in new[] { "-1", "viel", "1.5", "100001" })
        {
            var fault = Assert.Throws<StartException>(() => new Crowd(new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build()));
            Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        }
    }

    private sealed class Gate
    {
        private readonly TaskCompletionSource entered = new(), open = new();

        internal Task Entered => entered.Task;

        internal void Open() => open.TrySetResult();

        internal IAssistant With(IAssistant assistant) => new Guarded(this, assistant);

        private sealed class Guarded(Gate gate, IAssistant assistant) : IAssistant
        {
            public async Task<Answer> AskAsync(Turn turn, CancellationToken cancellation)
            {
                gate.entered.TrySetResult();
                await gate.open.Task;
                return await assistant.AskAsync(turn, cancellation);
            }
        }
    }
}
