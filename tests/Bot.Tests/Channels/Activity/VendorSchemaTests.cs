using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Wire;
using Bot.Tests.Channels.Activity.Support;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.Activity;

/// <summary>What we send, judged by npm's botframework-connector and botframework-schema, and every card by npm's adaptivecards.</summary>
[Collection(EveryDoorTests.Name)]
public sealed class VendorSchemaTests(EveryDoor doors, BotHost host) : IClassFixture<BotHost>
{
    private static readonly string[] Wrong =
    [
        """{"type":"message","text":5}""",
        """{"type":"message","text":"a","unheardOf":1}""",
        """{"type":"message","suggestedActions":{"actions":[{"type":"imBack"}]}}""",
        """{"attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","body":[{"type":"Unheard"}]}}]}""",
        """{"attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","body":[{"type":"TextBlock","text":"a","unheardOf":1}]}}]}""",
        """{"attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","body":[{"type":"TextBlock","text":"a","size":"Huge"}]}}]}""",
        """{"attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.3","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","body":[],"actions":[{"type":"Action.Execute","title":"a","verb":"b"}]}}]}""",
    ];

    [Fact]
    public async Task The_vendors_types_accept_every_activity_and_every_card_that_we_send()
    {
        var sent = doors.Turns.SelectMany(Sent).Concat(await FurtherAsync()).ToList();
        var verdict = await JudgeAsync(sent);
        Assert.True(verdict.Count == 1, string.Join("\n", verdict.Take(20)));
        Assert.True(verdict[^1].GetProperty("activities").GetInt32() >= doors.Turns.Count);
        Assert.True(verdict[^1].GetProperty("cards").GetInt32() > doors.Turns.Count(t => t.Details is not null));
    }

    [Fact]
    public async Task They_refuse_what_is_not_theirs()
    {
        var right = JsonNode.Parse((await host.RepliesAsync(Message("百强")))[0].GetRawText())!.AsObject();
        right.Remove("attachments");
        // Right but for what is wrong with it.
        var verdict = await JudgeAsync(Wrong.Select(wrong => (wrong, "activity", JsonSerializer.SerializeToElement(JsonNode.Parse(wrong)!.AsObject().Aggregate(right, (changed, member) => changed.With(member.Key, member.Value))))));
        Assert.Equal(Wrong.Order(StringComparer.Ordinal), verdict.SkipLast(1).Select(v => v.GetProperty("name").GetString()!).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Name, string Kind, JsonElement Body)> Sent(Said said)
    {
        yield return (said.Name, "expectedReplies", said.Reply);
        if (said.Details is { } details) yield return (said.Name + ", details", said.IsTeams ? "invoke" : "expectedReplies", details);
    }

    // What no question brings about.
    private async Task<List<(string Name, string Kind, JsonElement Body)>> FurtherAsync()
    {
        var incoming = ActivityReader.Read(System.Text.Encoding.UTF8.GetBytes(Message("问").ToJsonString())).Activity!;
        var sent = new List<(string, string, JsonElement)> { ("typing", "activity", JsonSerializer.SerializeToElement(ReplyActivity.Of(incoming, "typing"))) };
        JsonObject[] further =
        [
            Message("长").With("text", new string('长', 3000)),
            Message(null).With("attachments", new JsonArray(new JsonObject { ["contentType"] = "image/png" })),
            Message(null).With("value", new JsonObject { ["verb"] = "details", ["answerId"] = "none" }),
            Joined("personal", "29:user"),
            Joined("channel", "28:bot"),
        ];
        foreach (var activity in further) sent.Add((activity.ToJsonString(), "expectedReplies", (await host.SendAsync(activity)).Json));
        foreach (var value in new[] { """{"action":{"verb":"other"}}""", """{"action":{"verb":"details","data":{"answerId":"none"}}}""" })
            sent.Add((value, "invoke", (await host.SendAsync(Message(null).With("type", "invoke").With("name", "adaptiveCard/action").With("value", JsonNode.Parse(value)))).Json));
        return sent;
    }

    private static JsonObject Message(string? text) => Talk.Message(text).With("serviceUrl", "http://127.0.0.1:9/");

    private static JsonObject Joined(string type, string member) => Message(null).With("type", "conversationUpdate")
        .With("conversation", new JsonObject { ["id"] = "joined-" + type, ["conversationType"] = type })
        .With("membersAdded", new JsonArray(new JsonObject { ["id"] = member }));

    private static async Task<List<JsonElement>> JudgeAsync(IEnumerable<(string Name, string Kind, JsonElement Body)> sent)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, sent.Select(s => JsonSerializer.Serialize(new { name = s.Name, kind = s.Kind, body = s.Body })));
            return await NodePeer.RunAsync("bot-schema", "judge.js", file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
