using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Summaries;

namespace Bot.Tests.Api;

/// <summary>100,000 characters of anything are dealt with in a fifth of a second, at every call that takes text.</summary>
public sealed class LongInputTests(SummaryHost host) : IClassFixture<SummaryHost>
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A body is 256 KiB at most: of Chinese characters those are some 80,000.
    private const int LongestBody = 240_000, LongestText = 100_000;

    private static readonly string[] Pieces =
        ["第", "1", "一百万", "第一条", "13800138000，", "(", "a@b.", "，。", "\u0301", "营收", "不不不", "[[", "\\u0000", "<w:p>", "| - |\n", "2025-10-27", "〔", "DFD1.", "**_`"];

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

    public static TheoryData<int> EveryCall => [.. Enumerable.Range(0, Calls.Length)];

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task A_long_text_takes_no_long_time(int call)
    {
        var (path, body, type) = Calls[call];
        foreach (var piece in Pieces)
        {
            var bytes = Encoding.UTF8.GetBytes(body(string.Concat(Enumerable.Repeat(piece, Math.Min(LongestText / piece.Length, LongestBody / Encoding.UTF8.GetByteCount(piece))))));
            // The best of some: a busy machine delays any one of them, slow code all.
            var best = TimeSpan.MaxValue;
            for (var tries = 0; tries < 20 && best >= TimeSpan.FromSeconds(0.2); tries++)
            {
                var start = Stopwatch.GetTimestamp();
                using var reply = await host.SendAsync(path, bytes, type);
                var took = Stopwatch.GetElapsedTime(start);
                Assert.True((int)reply.StatusCode is 200 or 400 or 404, $"{path} {piece}: {reply.StatusCode}");
                best = took < best ? took : best;
            }

            Assert.True(best < TimeSpan.FromSeconds(0.2), $"{path} {piece}: {best}");
        }
    }
}
