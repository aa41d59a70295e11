using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Bot.Channels.Tencent;
using Bot.Store.Records;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;
using Bot.Tests.Telemetry;

namespace Bot.Tests.Deployment;

/// <summary>What happens to running turns when the program is told to stop.</summary>
public sealed class ShutdownTests
{
    private const int Turns = 20;

    // Far ahead of the least rate at which a body must come, so that a pause on a busy machine is no fault.
    private const int Padding = 50_000;

    private const string WeChatToken = "w4OHPrYRdPYGheMe";

    [Fact]
    public async Task Told_to_stop_it_answers_and_records_every_turn_that_is_running_and_takes_no_new_one()
    {
        using var folder = new DataFolder();
        List<string> answers = [];
        await using (var program = await ServedProgram.StartAsync(folder.Path, $"--WeChat:Token={WeChatToken}", "--WeChat:MaxAgeSeconds=0"))
        {
            List<Asking> asking = [];
            for (var i = 0; i < Turns; i++) asking.Add(await Asking.BeginAsync(program.Client.BaseAddress!, "/api/ask", "application/json", """{"text":"第七条写了什么？" """, "}"));
            var wechat = await Asking.BeginAsync(
                program.Client.BaseAddress!, $"/wechat/official?timestamp=1664600000&nonce=1&signature={CallbackSignature.Of(WeChatToken, "1664600000", "1")}", "text/xml",
                "<xml><ToUserName>gh</ToUserName><FromUserName>user</FromUserName><MsgType>text</MsgType><MsgId>1</MsgId><Content>第七条写了什么？</Content></xml", ">");
            await UntilAsync(async () => Active(await program.Client.GetStringAsync("/metrics")) > Turns + 1);

            program.Terminate();
            await UntilAsync(() => Task.FromResult(program.Errors.Any(line => line.Contains("shutting down", StringComparison.OrdinalIgnoreCase))));
            foreach (var one in asking) answers.Add(AnswerId(await one.EndAsync()));
            Assert.Contains("股权基金", await wechat.EndAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await program.EndedAsync());
            using var late = new TcpClient();
            await Assert.ThrowsAsync<SocketException>(() => late.ConnectAsync(program.Client.BaseAddress!.Host, program.Client.BaseAddress.Port));
        }

        await using var open = folder.Open();
        foreach (var id in answers) Assert.NotNull(await open.Store.FindAnswerAsync(id, default));
        Assert.Equal(Turns, answers.Distinct(StringComparer.Ordinal).Count());
        Assert.Single((await open.Store.AnswersAsync(new AnswerFilter(Channel: "wechat"), default)).Answers);
    }

    private static string AnswerId(string reply)
    {
        using var answer = JsonDocument.Parse(reply[(reply.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        return answer.RootElement.GetProperty("answerId").GetString()!;
    }

    private static double Active(string metrics) => ExpositionParser.Parse(metrics)["http_server_active_requests"].Samples.Sum(s => s.Value);

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await holds()) return;
            await Task.Delay(50);
        }

        Assert.Fail("It did not come to pass.");
    }

    /// <summary>A question whose last byte is held back: the program has begun with it and cannot end.</summary>
    private sealed class Asking(TcpClient client, string last)
    {
        internal static async Task<Asking> BeginAsync(Uri address, string path, string type, string body, string last)
        {
            var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port);
            var bytes = Encoding.UTF8.GetBytes(body + new string(' ', Padding));
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: {type}\r\nContent-Length: {bytes.Length + last.Length}\r\n\r\n"));
            await client.GetStream().WriteAsync(bytes);
            return new Asking(client, last);
        }

        /// <summary>Sends the rest and gives the whole reply.</summary>
        internal async Task<string> EndAsync()
        {
            using (client)
            {
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(last));
                using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
                var reply = await reader.ReadToEndAsync();
                Assert.StartsWith("HTTP/1.1 200", reply, StringComparison.Ordinal);
                return reply;
            }
        }
    }
}
