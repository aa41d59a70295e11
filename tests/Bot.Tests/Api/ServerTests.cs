using System.Text.Json;
using Bot.Hosting;
using Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Api;

/// <summary>What holds for every call: limits, headers, health, description.</summary>
public sealed class ServerTests(BotHost host) : IClassFixture<BotHost>
{
    [Fact]
    public async Task Every_reply_bears_the_security_headers_and_none_opens_the_program_to_other_sites()
    {
        foreach (var path in new[] { "/healthz", "/api/documents", "/nothing" })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Origin", "https://example.org");
            var reply = await host.SendAsync(request);
            Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
            Assert.Equal("no-referrer", reply.Headers["Referrer-Policy"]);
            Assert.Contains("default-src 'self'", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("Access-Control-Allow-Origin", reply.Headers.Keys);
            Assert.DoesNotContain("Server", reply.Headers.Keys);
        }
    }

    [Fact]
    public async Task The_program_is_alive_and_ready()
    {
        Assert.Equal(200, (await host.GetAsync("/healthz")).Status);
        Assert.Equal("""{"status":"ready"}""", (await host.GetAsync("/readyz")).Text);
    }

    [Fact]
    public async Task What_is_out_of_order_makes_it_degraded_and_says_why()
    {
        await using var degraded = await Started(new BotHost([], services =>
            services.AddSingleton<IReadiness>(new Broken(new Unready("语言模型没有应答。"))).AddSingleton<IReadiness>(new Broken(new Unready("正在打开。", IsStarting: true)))));
        var reply = await degraded.Host.GetAsync("/readyz");
        Assert.Equal(503, reply.Status);
        Assert.Equal("""{"status":"degraded","reasons":["语言模型没有应答。","正在打开。"]}""", reply.Text);
        Assert.Equal(200, (await degraded.Host.GetAsync("/healthz")).Status);
    }

    [Fact]
    public async Task Only_starting_checks_mean_starting()
    {
        await using var starting = await Started(new BotHost([], services => services.AddSingleton<IReadiness>(new Broken(new Unready("正在打开。", IsStarting: true)))));
        Assert.Equal("starting", (await starting.Host.GetAsync("/readyz")).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Without_a_place_to_write_clauses_and_awards_are_still_answered_and_feedback_is_a_503()
    {
        // A file where the folder should be: nothing can be created there, not even by root.
        var file = Path.GetTempFileName();
        await using var degraded = await Started(new BotHost([$"--Storage:Folder={file}/data"]));
        Assert.Equal(503, (await degraded.Host.GetAsync("/readyz")).Status);
        Assert.Equal(200, (await degraded.Host.GetAsync("/healthz")).Status);
        Assert.Equal(200, (await degraded.Host.GetAsync("/api/clauses/xunwu-51/2")).Status);
        Assert.Equal(200, (await degraded.Host.PostAsync("/api/calculators/pilot-funding", """{"applicant":"county"}""")).Status);
        Assert.Null((await degraded.Host.PostAsync("/api/feedback", """{"answerId":"a","helpful":true}""")).Problem(503));
        File.Delete(file);
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_when_to_come_back_and_health_is_left_out()
    {
        await using var limited = await Started(new BotHost(["--Limits:RequestsPerMinute=3"]));
        for (var i = 0; i < 3; i++) Assert.Equal(200, (await limited.Host.GetAsync("/api/documents")).Status);
        var refused = await limited.Host.GetAsync("/api/calculators");
        Assert.Null(refused.Problem(429));
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        for (var i = 0; i < 10; i++) Assert.Equal(200, (await limited.Host.GetAsync("/healthz")).Status);
    }

    [Fact]
    public async Task Feedback_is_read_on_loopback_only_and_never_through_a_proxy()
    {
        foreach (var (name, value) in new[] { ("X-Forwarded-For", "127.0.0.1"), ("Forwarded", "for=127.0.0.1"), ("Host", "example.org") })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/feedback?answerId=a");
            request.Headers.TryAddWithoutValidation(name, value);
            Assert.Null((await host.SendAsync(request)).Problem(403));
        }
    }

    [Fact]
    public async Task With_a_secret_feedback_is_read_by_whoever_bears_it()
    {
        await using var desk = await Started(new BotHost(["--Desk:Secret=open-sesame"]));
        foreach (var (header, status) in new (string?, int)[] { (null, 401), ("Bearer wrong", 401), ("Bearer ", 401), ("Bearer open-sesame", 404) })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/feedback?answerId=a");
            if (header is not null) request.Headers.TryAddWithoutValidation("Authorization", header);
            (await desk.Host.SendAsync(request)).Problem(status);
        }
    }

    [Fact]
    public async Task The_description_names_every_call_with_its_body_and_reply()
    {
        var description = (await host.GetAsync("/openapi/v1.json")).Json;
        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = description.GetProperty("paths");
        foreach (var call in new[]
        {
            "post /api/ask", "get /api/documents", "get /api/clauses/{document}/{number}", "get /api/clauses", "get /api/calculators", "post /api/calculators/{name}", "post /api/screen",
            "get /api/answers/{answerId}", "post /api/feedback", "get /api/feedback", "get /healthz", "get /readyz",
        })
        {
            var (method, path) = (call.Split(' ')[0], call.Split(' ')[1]);
            var operation = paths.GetProperty(path).GetProperty(method);
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.Equal(method == "post", operation.TryGetProperty("requestBody", out _));
            Assert.Contains(operation.GetProperty("responses").EnumerateObject(), r => r.Name.StartsWith('2') && r.Value.GetProperty("content").TryGetProperty("application/json", out _));
        }

        var schemas = description.GetProperty("components").GetProperty("schemas");
        Assert.Equal(JsonValueKind.Object, schemas.GetProperty("core-industry-revenue").ValueKind);
        Assert.True(schemas.GetProperty("Profile").GetProperty("properties").TryGetProperty("asOf", out _));
        foreach (var reference in References(description)) Assert.True(schemas.TryGetProperty(reference, out _), reference);
    }

    [Fact]
    public async Task Slow_connections_do_not_slow_the_others()
    {
        var slow = new List<System.Net.Sockets.TcpClient>();
        try
        {
            for (var i = 0; i < 150; i++)
            {
                var client = new System.Net.Sockets.TcpClient();
                await client.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port);
                await client.GetStream().WriteAsync("POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"u8.ToArray());
                slow.Add(client);
            }

            var watch = System.Diagnostics.Stopwatch.StartNew();
            for (var i = 0; i < 20; i++) Assert.Equal(200, (await host.PostAsync("/api/screen", "{}")).Status);
            // One of them held up by the slow ones would wait for the header or body limit of 15 s.
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(12), watch.Elapsed.ToString());
        }
        finally
        {
            slow.ForEach(c => c.Dispose());
        }
    }

    private static IEnumerable<string> References(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => p.Name == "$ref" ? [p.Value.GetString()!.Split('/')[^1]] : References(p.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static async Task<Running> Started(BotHost host)
    {
        await host.InitializeAsync();
        return new Running(host);
    }

    private sealed record Running(BotHost Host) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => new(Host.DisposeAsync());
    }

    private sealed class Broken(Unready unready) : IReadiness
    {
        public ValueTask<Unready?> CheckAsync(CancellationToken cancellation) => ValueTask.FromResult<Unready?>(unready);
    }
}
