using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bot.Channels.Tencent;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;
using Npgsql;
using Talk = Bot.Tests.Channels.Activity.Support.Talk;

namespace Bot.Tests.Instances;

/// <summary>Two processes of the program on one PostgreSQL, behind a proxy that knows nothing of conversations.</summary>
[Collection(PostgresTests.Name)]
public sealed class TwoInstancesTests(PostgresServer server) : IAsyncLifetime
{
    private const string Secret = "one secret for both";
    private const string Token = "w4OHPrYRdPYGheMe";

    // Follow-ups, corrections, a change of subject and back, and a start anew.
    private static readonly string[] Turns =
    [
        "您好", "营收上台阶奖励怎么算？", "我们是做芯片的", "去年营收6亿元", "不对，是12亿元", "那以前最高做到过2亿呢", "这一条的责任单位是谁？", "原文怎么说的", "第三条奖励多少？", "服务了12家本地企业",
        "合同实际执行金额3000万", "改成2000万", "如果是9家呢", "第七条呢", "这个政策现在还有效吗", "试点申报截止到什么时候", "我们县能拿多少钱", "联合申报呢", "重新开始", "首次入围中国互联网百强奖多少",
    ];

    private readonly List<DataFolder> folders = [new(), new(), new()];
    private readonly List<ServedProgram> programs = [];
    private string database = "";

    public async Task InitializeAsync()
    {
        database = await server.CreateDatabaseAsync();
        string[] shared =
        [
            $"--Storage:ConnectionString={database}", $"--Desk:Secret={Secret}", "--Privacy:Key=one key for both", "--Bot:HashKey=one key for both", "--Limits:TrustedProxies=127.0.0.1",
            $"--WeChat:Token={Token}", "--WeChat:Mode=plain", "--WeChat:AppId=wxfba1bdb09bf8b1ee", "--WeChat:MaxAgeSeconds=0",
        ];
        // Together, as a service manager would start them: one of the two builds the schema.
        programs.AddRange(await Task.WhenAll(ServedProgram.StartAsync(folders[0].Path, shared), ServedProgram.StartAsync(folders[1].Path, shared)));
    }

    public async Task DisposeAsync()
    {
        foreach (var program in programs) await program.DisposeAsync();
        folders.ForEach(f => f.Dispose());
    }

    [Fact]
    public async Task A_conversation_that_hops_at_each_turn_gets_the_answers_that_one_instance_gives_and_the_desk_is_open_on_both()
    {
        await using var alone = await ServedProgram.StartAsync(folders[2].Path);
        await using var proxy = await RoundRobin.StartAsync([.. programs.Select(p => p.Client.BaseAddress!)]);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = proxy.Address, Timeout = TimeSpan.FromSeconds(60) };
        foreach (var (text, n) in Turns.Select((text, n) => (text, n)))
        {
            var expected = await AskAsync(alone.Client, text);
            var given = await AskAsync(client, text);
            Assert.True(expected == given, $"turn {n + 1}, {text}:\n{expected}\n{given}");
        }

        // An answer that one of them gave is known to the other.
        var id = (await (await client.PostAsJsonAsync("/api/ask", new { text = "第二条" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("answerId").GetString();
        foreach (var program in programs) Assert.Equal(HttpStatusCode.OK, (await program.Client.GetAsync($"/api/answers/{id}")).StatusCode);

        using var signIn = await client.PostAsync("/desk/sign-in", new FormUrlEncodedContent([new("secret", Secret)]));
        Assert.Equal(HttpStatusCode.SeeOther, signIn.StatusCode);
        var cookie = signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        foreach (var program in programs)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(program.Client.BaseAddress!, "/api/desk/accesses"));
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
            using var reply = await program.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            Assert.Contains("sign-in", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_delivery_that_both_get_at_once_is_worked_on_once()
    {
        for (var n = 0; n < 10; n++)
        {
            // Three tries of a message of the Official Account, as they come when the first is slow: all get the same reply.
            var xml = $"<xml><ToUserName>gh_1</ToUserName><FromUserName>o-{n}</FromUserName><MsgType>text</MsgType><Content>第三条奖励多少，第{n + 1}次问</Content><CreateTime>1700000000</CreateTime><MsgId>{9000 + n}</MsgId></xml>";
            var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => WeChatAsync(programs[i % 2].Client, xml)));
            Assert.NotEmpty(replies[0]);
            Assert.Single(replies.Distinct());
            Assert.Equal(1, await CountAsync("wechat", $"第{n + 1}次问"));

            // One activity: whoever has it answers, the other says nothing.
            var activity = Talk.Message($"第七条奖励多少，第{n + 1}次问", conversation: $"a:{n}").ToJsonString();
            var answers = await Task.WhenAll(programs.Select(async p =>
            {
                using var reply = await p.Client.PostAsync("/api/messages", new StringContent(activity, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")));
                Assert.True(reply.IsSuccessStatusCode, $"{reply.StatusCode}");
                return (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("activities").GetArrayLength();
            }));
            Assert.Single(answers, count => count > 0);
            Assert.Equal(1, await CountAsync("activity:msteams", $"第{n + 1}次问"));
        }
    }

    private static async Task<string> AskAsync(HttpClient client, string text)
    {
        using var reply = await client.PostAsJsonAsync("/api/ask", new { text, conversationId = "hop", asOf = "2025-10-20" });
        Assert.True(reply.IsSuccessStatusCode, $"{reply.StatusCode}");
        var answer = JsonSerializer.SerializeToNode(await reply.Content.ReadFromJsonAsync<JsonElement>())!.AsObject();
        answer.Remove("answerId");
        return answer.ToJsonString();
    }

    private static async Task<string> WeChatAsync(HttpClient client, string xml)
    {
        const string timestamp = "1700000000", nonce = "12345";
        using var reply = await client.PostAsync($"/wechat/official?timestamp={timestamp}&nonce={nonce}&signature={CallbackSignature.Of(Token, timestamp, nonce)}", new StringContent(xml, Encoding.UTF8, "text/xml"));
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return CallbackXml.Read(await reply.Content.ReadAsByteArrayAsync())?.GetValueOrDefault("Content", "") ?? "";
    }

    private async Task<long> CountAsync(string channel, string words)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM answers WHERE channel = @channel AND question LIKE @words", connection);
        command.Parameters.AddWithValue("channel", channel);
        command.Parameters.AddWithValue("words", $"%{words}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
