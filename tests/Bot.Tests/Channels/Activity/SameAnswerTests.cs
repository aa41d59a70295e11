using System.Text.Json;
using Bot.Answering;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Tests.Channels.Activity.Support;
using Bot.Tests.Support;
using Calculators.Money;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Channels.Activity;

/// <summary>Every development question, over the channel and straight from the dialogue.</summary>
public sealed class SameAnswerTests
{
    [Fact]
    public async Task Award_clauses_and_quotes_are_the_same_here_as_everywhere()
    {
        var host = new BotHost([], services => services.AddSingleton<IAssistant, Assistant>());
        await host.InitializeAsync();
        var dialogue = host.Services.GetRequiredService<Composition>().Dialogue;
        var today = host.Services.GetRequiredService<Today>().Date;
        var (asked, cards) = (0, 0);
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "eval", "dev-questions.jsonl")))
        {
            if (line.Length == 0) continue;
            using var question = JsonDocument.Parse(line);
            var id = question.RootElement.GetProperty("id").GetString()!;
            var state = ConversationState.Empty;
            Answer answer = null!;
            JsonElement reply = default;
            foreach (var turn in question.RootElement.GetProperty("turns").EnumerateArray().Select(t => t.GetString()!))
            {
                var result = dialogue.Respond(new Turn("x", id, "", turn, today), state, "a", id);
                (answer, state) = (result.Answer, result.State);
                reply = Assert.Single(await host.RepliesAsync(Talk.Message(turn, conversation: id)));
            }

            asked++;
            AssertSame(id, answer, reply);
            cards += answer.Awards.Count > 0 ? 1 : 0;
            if (answer.Awards.Count > 0) await AssertDetailsAsync(host, id, answer, reply);
        }

        Assert.True(asked > 100 && cards > 20);
        await host.DisposeAsync();
    }

    private static void AssertSame(string id, Answer answer, JsonElement reply)
    {
        var text = reply.GetProperty("text").GetString()!;
        var claims = reply.TryGetProperty("entities", out var entities) ? entities[0].GetProperty("citation").EnumerateArray().ToList() : [];
        Assert.True(answer.Citations.Count <= 20 && answer.Citations.Count == claims.Count, id);
        Assert.True(reply.GetRawText().Length * 2 <= 80 * 1024, id);
        for (var i = 0; i < claims.Count; i++)
        {
            var appearance = claims[i].GetProperty("appearance");
            Assert.True(text.Contains($"[{i + 1}]", StringComparison.Ordinal), id);
            Assert.Equal(answer.Citations[i].Clause.ToString(), appearance.GetProperty("keywords")[0].GetString());
            Assert.True(appearance.GetProperty("name").GetString()!.Length is > 0 and <= 80 && appearance.GetProperty("abstract").GetString()!.Length <= 160, id);
            using var card = JsonDocument.Parse(appearance.GetProperty("text").GetString()!);
            CardShape.Assert(card.RootElement);
            Assert.Equal($"引用：「{answer.Citations[i].Quote}」", Unescaped(card.RootElement.GetProperty("body")[1].GetProperty("text").GetString()!));
        }

        // Everything but the steps, which the card has, stands in the text as it was.
        var steps = answer.Awards.SelectMany(a => a.Award.Steps).Select(s => "· " + s.Text).Append("计算：").ToHashSet(StringComparer.Ordinal);
        var bare = Unescaped(text);
        for (var i = claims.Count; i > 0; i--) bare = bare.Replace($" [{i}]", "", StringComparison.Ordinal).Replace($"[{i}]", "", StringComparison.Ordinal);
        Assert.Equal(answer.Text.Split('\n').Where(l => !steps.Contains(l)), bare.Split("\n\n").Where(l => !steps.Contains(l)));
    }

    private static async Task AssertDetailsAsync(BotHost host, string id, Answer answer, JsonElement reply)
    {
        CardShape.Assert(reply.GetProperty("attachments")[0].GetProperty("content"));
        var answerId = reply.GetProperty("channelData").GetProperty("answerId").GetString();
        var value = System.Text.Json.Nodes.JsonNode.Parse($$$$"""{"action":{"verb":"details","data":{"answerId":"{{{{answerId}}}}"}}}""");
        var details = await host.SendAsync(Talk.Message(null, conversation: id).With("type", "invoke").With("name", "adaptiveCard/action").With("value", value));
        var card = details.Json.GetProperty("value");
        CardShape.Assert(card);
        var shown = string.Join('\n', card.GetProperty("body").EnumerateArray().Select(b => b.TryGetProperty("text", out var t) ? Unescaped(t.GetString()!) : Unescaped(b.GetRawText())));
        foreach (var award in answer.Awards.Select(a => a.Award))
        {
            Assert.All(award.Steps, step => Assert.Contains(step.Text, shown, StringComparison.Ordinal));
            Assert.All(award.Unmet, unmet => Assert.Contains(unmet.Condition, shown, StringComparison.Ordinal));
            Assert.All(award.Caveats, caveat => Assert.Contains(caveat.Text, shown, StringComparison.Ordinal));
            Assert.All(award.Quotes, quote => Assert.Contains(quote.Text, shown, StringComparison.Ordinal));
            if (award.Eligible && award.Amount.Amount > 0) Assert.Contains(award.Amount.Chinese(), shown, StringComparison.Ordinal);
            Assert.All(award.Shares, share => Assert.Contains(share.Payer, shown, StringComparison.Ordinal));
        }
    }

    private static string Unescaped(string markdown)
    {
        var text = new System.Text.StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++) text.Append(markdown[i] == '\\' && i + 1 < markdown.Length ? markdown[++i] : markdown[i]);
        return text.ToString();
    }
}
