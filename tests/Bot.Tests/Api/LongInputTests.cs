using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Channels.Tencent;
using Bot.Tests.Summaries;

namespace Bot.Tests.Api;

/// <summary>100,000 characters of anything are dealt with in a fifth of a second, at every call that takes text.</summary>
public sealed class LongInputTests(LongInputTests.EveryDoor host) : IClassFixture<LongInputTests.EveryDoor>
{
    private const string Token = "w4OHPrYRdPYGheMe", AesKey = "kHG9ql7hUGgzvWlJGwK9fBhFErRytqCg9T3ATbaEn8b", AppId = "wxfba1bdb09bf8b1ee", CorpId = "wwc668c77e5c006289", Timestamp = "1664600000", Nonce = "12345";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A body is 256 KiB at most: of Chinese characters those are some 80,000.
    private const int LongestBody = 240_000, LongestText = 100_000;

    private static readonly string[] Pieces =
        ["第", "1", "一百万", "第一条", "13800138000，", "(", "a@b.", "，。", "\u0301", "营收", "不不不", "[[", "\\u0000", "<w:p>", "| - |\n", "2025-10-27", "〔", "DFD1.", "**_`"];

    // What a message may hold at most where a body is 64 KiB, encrypted where it grows by a third.
    private const int LongestMessage = 64_000, LongestSealed = 48_000;

    private static readonly (string Path, Func<string, string> Body, string Type)[] Calls =
    [
        ("/api/ask", text => new JsonObject { ["text"] = text }.ToJsonString(Plain), "application/json"),
        ("/api/summaries", text => new JsonObject { ["text"] = text }.ToJsonString(Plain), "application/json"),
        ("/api/locate", text => new JsonObject { ["text"] = text }.ToJsonString(Plain), "application/json"),
        ("/api/feedback", text => new JsonObject { ["answerId"] = "a", ["helpful"] = true, ["comment"] = text }.ToJsonString(Plain), "application/json"),
        ("/api/screen", text => new JsonObject { [text] = 1 }.ToJsonString(Plain), "application/json"),
        ("/api/calculators/highest-award", text => new JsonObject { ["awards"] = new JsonArray(new JsonObject { ["name"] = text, ["amount"] = 1 }) }.ToJsonString(Plain), "application/json"),
        ("/api/messages", text => new JsonObject
        {
            ["type"] = "message", ["id"] = "1", ["channelId"] = "emulator", ["deliveryMode"] = "expectReplies", ["text"] = text,
            ["from"] = new JsonObject { ["id"] = "u" }, ["recipient"] = new JsonObject { ["id"] = "b" }, ["conversation"] = new JsonObject { ["id"] = "c" },
        }.ToJsonString(Plain), "application/json"),
        ("/api/verify", text => text, "text/markdown"),
        ("/api/verify", text => text, "text/html"),
    ];

    private static readonly (string Name, Func<string, (string Path, string Body)> Message, int Longest)[] Messages =
    [
        ("wechat", text => ($"/wechat/official?timestamp={Timestamp}&nonce={Nonce}&signature={CallbackSignature.Of(Token, Timestamp, Nonce)}", Xml(text)), LongestMessage),
        ("wechat, encrypted", text => Sealed("/wechat/official?encrypt_type=aes&", AppId, text), LongestSealed),
        ("wecom, encrypted", text => Sealed("/wechat/work?", CorpId, text), LongestSealed),
    ];

    private static int message;

    public static TheoryData<int> EveryCall => [.. Enumerable.Range(0, Calls.Length)];

    public static TheoryData<int> EveryMessage => [.. Enumerable.Range(0, Messages.Length)];

    [Theory]
    [MemberData(nameof(EveryCall))]
    public Task A_long_text_takes_no_long_time(int call)
    {
        var (path, body, type) = Calls[call];
        return EachAsync(path, LongestBody, text => (path, body(text)), type, [200, 400, 404]);
    }

    // As long as the door takes them, and as long as it does not.
    [Theory]
    [MemberData(nameof(EveryMessage))]
    public async Task A_long_message_takes_no_long_time(int door)
    {
        var (name, message, longest) = Messages[door];
        await EachAsync(name, longest, message, "text/xml", [200]);
        await EachAsync(name, LongestBody, message, "text/xml", [200, 413]);
    }

    private async Task EachAsync(string name, int longest, Func<string, (string Path, string Body)> call, string type, int[] statuses)
    {
        foreach (var piece in Pieces)
        {
            var text = string.Concat(Enumerable.Repeat(piece, Math.Min(LongestText / piece.Length, longest / Encoding.UTF8.GetByteCount(piece))));
            // The best of some: a busy machine delays any one of them, slow code all.
            var best = TimeSpan.MaxValue;
            for (var tries = 0; tries < 20 && best >= TimeSpan.FromSeconds(0.2); tries++)
            {
                // Anew each time: a repeated message is told what the first one was.
                var (path, body) = call(text);
                var bytes = Encoding.UTF8.GetBytes(body);
                var start = Stopwatch.GetTimestamp();
                using var reply = await host.SendAsync(path, bytes, type);
                var took = Stopwatch.GetElapsedTime(start);
                Assert.True(statuses.Contains((int)reply.StatusCode), $"{name} {piece}: {reply.StatusCode}");
                best = took < best ? took : best;
            }

            Assert.True(best < TimeSpan.FromSeconds(0.2), $"{name} {piece}: {best}");
        }
    }

    private static string Xml(string text) => new StringBuilder("<xml>").AppendText("ToUserName", "gh_1").AppendText("FromUserName", "o-1").AppendText("MsgType", "text").AppendText("Content", text)
        .AppendNumber("AgentID", "7").AppendNumber("MsgId", (++message).ToString(CultureInfo.InvariantCulture)).Append("</xml>").ToString();

    private static (string Path, string Body) Sealed(string path, string receiver, string text)
    {
        var encrypted = new CallbackCipher(AesKey, receiver).Encrypt(Xml(text));
        return ($"{path}timestamp={Timestamp}&nonce={Nonce}&msg_signature={CallbackSignature.Of(Token, Timestamp, Nonce, encrypted)}", $"<xml><ToUserName>x</ToUserName><Encrypt>{encrypted}</Encrypt></xml>");
    }

    /// <summary>The program with WeChat's doors open.</summary>
    public sealed class EveryDoor() : SummaryHost(
    [
        $"--WeChat:Token={Token}", $"--WeChat:EncodingAesKey={AesKey}", $"--WeChat:AppId={AppId}", "--WeChat:MaxAgeSeconds=0",
        $"--WeCom:Token={Token}", $"--WeCom:EncodingAesKey={AesKey}", $"--WeCom:CorpId={CorpId}", "--WeCom:AgentId=7", "--WeCom:MaxAgeSeconds=0",
    ]);
}
