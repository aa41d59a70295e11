using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Bot.Tests.Deployment;

/// <summary>What the example proxy lets through, keeps back and writes down.</summary>
public sealed class NginxTests(Nginx nginx) : IClassFixture<Nginx>
{
    [Fact]
    public async Task Questions_and_pages_pass_and_the_open_port_leads_to_the_safe_one()
    {
        using var visitor = nginx.Visitor();
        using var reply = await visitor.PostAsJsonAsync("/api/ask", new { text = "首次入围中国互联网百强，奖励多少？" });
        Assert.Equal("award", (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("kind").GetString());
        Assert.Contains("max-age=", reply.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
        using var page = await visitor.GetAsync("/");
        Assert.Equal(200, (int)page.StatusCode);
        using var open = await visitor.GetAsync($"http://localhost:{nginx.PlainPort}/calculators?x=1");
        Assert.Equal((301, "https://localhost/calculators?x=1"), ((int)open.StatusCode, open.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Behind_the_proxy_nothing_is_loopback_whatever_a_visitor_says()
    {
        using var visitor = nginx.Visitor();
        foreach (var (name, value) in ((string, string)[])[("X-Nothing", ""), ("X-Forwarded-For", "127.0.0.1"), ("Forwarded", "for=127.0.0.1"), ("X-Forwarded-Host", "localhost")])
        {
            foreach (var path in (string[])["/desk", "/desk/questions", "/api/feedback?answerId=a", "/api/desk/questions"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.TryAddWithoutValidation(name, value);
                using var reply = await visitor.SendAsync(request);
                Assert.Equal((path, 403), (path, (int)reply.StatusCode));
            }
        }

        // Without the proxy the same program takes this machine for what it is.
        using var near = await nginx.Behind.Client.GetAsync("/desk");
        Assert.Equal(200, (int)near.StatusCode);
    }

    [Fact]
    public async Task Visitors_are_counted_by_their_own_address_and_cannot_choose_another()
    {
        using var greedy = nginx.Visitor("127.0.0.9");
        using var other = nginx.Visitor("127.0.0.10");
        HttpResponseMessage? refused = null;
        // Twice the limit: a minute may end in between.
        for (var i = 0; i < 130 && refused is null; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/documents");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", $"192.0.2.{i}");
            var reply = await greedy.SendAsync(request);
            if ((int)reply.StatusCode == 429) refused = reply;
            else reply.Dispose();
        }

        Assert.NotNull(refused);
        Assert.NotEmpty(refused.Headers.GetValues("Retry-After"));
        refused.Dispose();
        using var spared = await other.GetAsync("/api/documents");
        Assert.Equal(200, (int)spared.StatusCode);
    }

    [Fact]
    public async Task Web_Chats_socket_passes_and_its_token_is_in_no_log()
    {
        using var visitor = nginx.Visitor("127.0.0.11");
        using var generate = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate") { Content = JsonContent.Create(new { user = new { id = "dl_behind_nginx" } }) };
        // Granted to our own origin alone, so the program has to know the scheme and the host that the visitor sees.
        generate.Headers.Add("Origin", $"https://localhost:{nginx.Port}");
        using var granted = await visitor.SendAsync(generate);
        var token = (await granted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        visitor.DefaultRequestHeaders.Add("Authorization", "Bearer " + token);
        using var opened = await visitor.PostAsJsonAsync("/v3/directline/conversations", new { });
        var conversation = await opened.Content.ReadFromJsonAsync<JsonElement>();
        var address = conversation.GetProperty("streamUrl").GetString()!;
        Assert.StartsWith($"wss://localhost:{nginx.Port}/", address, StringComparison.Ordinal);

        using (var socket = new ClientWebSocket())
        {
            socket.Options.RemoteCertificateValidationCallback = (_, shown, _, _) => nginx.IsOurs(shown);
            await socket.ConnectAsync(new Uri(address), default);
            using var posted = await visitor.PostAsJsonAsync($"/v3/directline/conversations/{conversation.GetProperty("conversationId").GetString()}/activities", new { type = "message", text = "第七条写了什么？" });
            Assert.Equal(200, (int)posted.StatusCode);
            await UntilSaidAsync(socket, "股权基金");
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
        }

        using (var asked = await visitor.GetAsync("/api/clauses?q=谁来问的")) Assert.Equal(200, (int)asked.StatusCode);
        using (var gone = await visitor.GetAsync("/api/answers/0123456789abcdef0123456789abcdef")) Assert.Equal(404, (int)gone.StatusCode);
        for (var tries = 0; tries < 200 && !(nginx.AccessLog.Contains("\" 101 ", StringComparison.Ordinal) && nginx.AccessLog.Contains("/api/answers/- ", StringComparison.Ordinal)); tries++) await Task.Delay(50);
        var log = nginx.AccessLog;
        Assert.Contains("\"GET /v3/directline/conversations/- HTTP/1.1\" 101 ", log, StringComparison.Ordinal);
        Assert.Contains("\"GET /api/clauses HTTP/", log, StringComparison.Ordinal);
        foreach (var secret in (string[])["?", "%E8", "谁", "t=", token[..20], "0123456789abcdef", conversation.GetProperty("conversationId").GetString()!]) Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_a_problem_in_the_programs_own_form()
    {
        using var visitor = nginx.Visitor("127.0.0.12");
        using var reply = await visitor.PostAsync("/api/ask", new StringContent(new string('x', 400_000), Encoding.UTF8, "application/json"));
        Assert.Equal((413, "application/problem+json"), ((int)reply.StatusCode, reply.Content.Headers.ContentType?.MediaType));
        Assert.Equal(413, (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/METRICS/")]
    [InlineData("//metrics")]
    [InlineData("/%6Detrics?x=1")]
    [InlineData("/x/../metrics")]
    public async Task The_figures_stay_inside(string path)
    {
        using var visitor = nginx.Visitor("127.0.0.13");
        // As it stands: the client's own tidying of the path would do the proxy's work.
        using var reply = await visitor.GetAsync(new Uri($"https://localhost:{nginx.Port}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        Assert.Equal(404, (int)reply.StatusCode);
        using var inside = await nginx.Behind.Client.GetAsync("/metrics");
        Assert.Equal(200, (int)inside.StatusCode);
    }

    private static async Task UntilSaidAsync(ClientWebSocket socket, string words)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var said = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (!said.ToString().Contains(words, StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(buffer, limit.Token);
            Assert.Equal(WebSocketMessageType.Text, read.MessageType);
            said.Append(Encoding.UTF8.GetString(buffer, 0, read.Count));
        }
    }
}
