using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Load;

/// <summary>Malformed, oversized, slow and plain garbage at every endpoint of the real program, the channels' doors and the desk among them.</summary>
public sealed class EveryEndpointFuzzTests
{
    private const string Secret = "a long secret", Token = "w4OHPrYRdPYGheMe", AesKey = "kHG9ql7hUGgzvWlJGwK9fBhFErRytqCg9T3ATbaEn8b";
    private const int Seed = 20251016, Workers = 4, SlowClients = 20;

    // A leak of one kilobyte a request would show in the long run; what the runtime keeps for itself does not count as one.
    private const double MostGrowth = 250;

    // The long run: LONG_FUZZ=100000
    private static readonly int Requests = int.Parse(Environment.GetEnvironmentVariable("LONG_FUZZ") ?? "1000", CultureInfo.InvariantCulture);

    private static readonly string[] Settings =
    [
        $"--Desk:Secret={Secret}", $"--WeChat:Token={Token}", $"--WeChat:EncodingAesKey={AesKey}", "--WeChat:Mode=compatible", "--WeChat:AppId=wxfba1bdb09bf8b1ee", "--WeChat:MaxAgeSeconds=0",
        $"--WeCom:Token={Token}", $"--WeCom:EncodingAesKey={AesKey}", "--WeCom:CorpId=wwc668c77e5c006289", "--WeCom:MaxAgeSeconds=0", "--WeCom:AgentId=7",
    ];

    [Fact]
    public async Task Nothing_that_is_sent_makes_a_5xx_a_stack_trace_or_a_leak_nor_gets_into_the_log()
    {
        var targets = await TargetsAsync();
        Assert.True(targets.Count > 35, $"{targets.Count} endpoints");
        using var folder = new DataFolder();
        await using var program = await ServedProgram.StartAsync(folder.Path, Settings);
        var slow = await SlowAsync(program.Client.BaseAddress!);
        try
        {
            await ShootAsync(program, targets, Requests / 10, Seed);
            var before = Rss.MiB(program.Id);
            await ShootAsync(program, targets, Requests, Seed + 100);
            var after = Rss.MiB(program.Id);
            Measured.Note("malformed requests at every endpoint", Requests);
            Measured.Note("memory before them, MiB", before);
            Measured.Note("memory after them, MiB", after);
            Assert.True(after - before < MostGrowth, $"{before} MiB, {after} MiB");
        }
        finally
        {
            slow.ForEach(c => c.Dispose());
        }

        using var ready = await program.Client.GetAsync("/readyz");
        Assert.Equal(200, (int)ready.StatusCode);
        Assert.Equal(1_000_000, (await program.AskAsync("首次入围中国互联网百强，奖励多少？")).GetProperty("awards")[0].GetProperty("amount").GetInt32());
        Assert.DoesNotContain(program.Errors, line => line.Contains(Shots.Marker, StringComparison.Ordinal) || line.Contains("   at ", StringComparison.Ordinal));
    }

    // As the program maps them, so that a new one is shot at without being listed here.
    private static async Task<List<Target>> TargetsAsync()
    {
        var host = new BotHost(Settings);
        await host.InitializeAsync();
        try
        {
            var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
            return [.. routes.SelectMany(r => (r.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(m => m != "HEAD").Select(m => new Target(m, "/" + r.RoutePattern.RawText!.TrimStart('/')))).Distinct()];
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task ShootAsync(ServedProgram program, List<Target> targets, int count, int seed)
    {
        var (token, conversation) = await DirectLineAsync(program.Client);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            var shots = new Shots(seed + worker, Secret, token, conversation, Token);
            for (var n = Interlocked.Increment(ref next); n < count; n = Interlocked.Increment(ref next))
            {
                if (n % 25 == 0) await ThrowAsync(program.Client.BaseAddress!, shots.Garbage());
                using var request = shots.Next(targets[n % targets.Count]);
                await CheckAsync(program.Client, request);
            }
        })));
    }

    private static async Task CheckAsync(HttpClient client, HttpRequestMessage request)
    {
        var name = $"{request.Method} {request.RequestUri}";
        try
        {
            using var reply = await client.SendAsync(request);
            var text = await reply.Content.ReadAsStringAsync();
            var status = (int)reply.StatusCode;
            // What the Activity protocol wants for an invoke of an unknown name, and no fault of ours.
            var unknownInvoke = status == 501 && request.RequestUri!.ToString().Contains("/api/messages", StringComparison.Ordinal);
            Assert.True(status < 500 || unknownInvoke, $"{status}: {name}\n{text}");
            // Scripts and styles hold such words of their own.
            if (status < 400 && reply.Content.Headers.ContentType?.MediaType != "application/json") return;
            Assert.False(text.Contains("   at ", StringComparison.Ordinal) || text.Contains("Exception", StringComparison.Ordinal), $"{name}\n{text}");
            if (status < 400 || request.Method == HttpMethod.Head || text.Length == 0 || reply.Content.Headers.ContentType?.MediaType == "text/html") return;
            Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
            using var problem = JsonDocument.Parse(text);
            Assert.True(problem.RootElement.TryGetProperty("field", out _), name);
        }
        catch (HttpRequestException e) when (e.InnerException is IOException)
        {
            // A body that is too large is not read to its end: the connection may go before the reply is read.
        }
    }

    private static async Task ThrowAsync(Uri address, byte[] bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        try
        {
            await client.GetStream().WriteAsync(bytes);
            client.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(client.GetStream());
            var reply = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.False(reply.StartsWith("HTTP/1.1 5", StringComparison.Ordinal), reply);
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException and not ObjectDisposedException)
        {
            // Closed without a word: nobody who sends this is owed one.
        }
    }

    private static async Task<(string Token, string Conversation)> DirectLineAsync(HttpClient client)
    {
        using var generated = await client.PostAsync("/v3/directline/tokens/generate", new StringContent("{}"));
        using var ticket = JsonDocument.Parse(await generated.Content.ReadAsStringAsync());
        var (token, conversation) = (ticket.RootElement.GetProperty("token").GetString()!, ticket.RootElement.GetProperty("conversationId").GetString()!);
        using var open = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations") { Headers = { Authorization = new("Bearer", token) } };
        using var opened = await client.SendAsync(open);
        Assert.True(opened.IsSuccessStatusCode);
        return (token, conversation);
    }

    private static async Task<List<TcpClient>> SlowAsync(Uri address)
    {
        List<TcpClient> slow = [];
        for (var i = 0; i < SlowClients; i++)
        {
            var client = new TcpClient();
            slow.Add(client);
            await client.ConnectAsync(address.Host, address.Port);
            await client.GetStream().WriteAsync(i % 2 == 0 ? "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"u8.ToArray() : "GET /api/doc"u8.ToArray());
        }

        return slow;
    }
}
