using System.Text;
using System.Text.Json;
using Bot.Tests.Channels.Activity.Support;
using Calculators.Money;

namespace Bot.Tests.Channels.Activity;

/// <summary>Every turn of the development questions, over the Activity endpoint and over /api/ask.</summary>
[Collection(EveryDoorTests.Name)]
public sealed class SameAnswerTests(EveryDoor doors)
{
    [Fact]
    public void All_development_questions_were_asked_on_every_channel()
    {
        Assert.True(doors.Turns.Count >= 1000);
        Assert.All(EveryDoor.Channels, channel => Assert.True(doors.Turns.Count(t => t.Channel == channel) * EveryDoor.Channels.Length == doors.Turns.Count));
        Assert.True(doors.Turns.Count(t => t.Details is not null) > 100);
    }

    [Fact]
    public void Kind_award_clauses_and_quotes_that_are_recorded_are_those_of_api_ask() => Assert.All(doors.Turns, said =>
    {
        foreach (var member in new[] { "kind", "text", "awards", "citations", "missing", "suggestions", "validity", "generated" })
            Assert.True(JsonElement.DeepEquals(said.Asked.GetProperty(member), said.Recorded.GetProperty(member)), $"{said.Name}: {member}");
    });

    [Fact]
    public void What_is_cited_in_the_reply_is_what_api_ask_cites() => Assert.All(doors.Turns.Where(t => t.Channel != "sms"), said =>
    {
        var citations = said.Asked.GetProperty("citations").EnumerateArray().ToList();
        Assert.True(citations.Count == said.Claims.Count && citations.Count <= 20, said.Name);
        var text = Text(said.Activity);
        foreach (var (citation, i) in citations.Select((c, i) => (c, i)))
        {
            var appearance = said.Claims[i].GetProperty("appearance");
            Assert.Contains($"[{i + 1}]", text, StringComparison.Ordinal);
            Assert.Equal(i + 1, said.Claims[i].GetProperty("position").GetInt32());
            Assert.Equal(citation.GetProperty("clause").GetString(), appearance.GetProperty("keywords")[0].GetString());
            Assert.True(appearance.GetProperty("name").GetString()!.Length is > 0 and <= 80 && appearance.GetProperty("abstract").GetString()!.Length <= 160, said.Name);
            Assert.StartsWith($"引用：「{citation.GetProperty("quote").GetString()}」", Shown(said, appearance), StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Every_line_of_the_text_but_the_steps_which_the_card_has_stands_in_the_reply() => Assert.All(doors.Turns, said =>
    {
        var text = Text(said.Activity);
        Assert.True(said.Activity.GetRawText().Length * 2 <= 80 * 1024, said.Name);
        if (said.Channel == "sms")
        {
            Assert.Equal(Text(said.Asked), text);
            return;
        }

        var steps = Awards(said).SelectMany(a => a.GetProperty("steps").EnumerateArray()).Select(s => "· " + Text(s)).Append("计算：").ToHashSet(StringComparer.Ordinal);
        var bare = Unescaped(text);
        if (!said.IsTeams && said.Claims.Count > 0) bare = bare[..bare.LastIndexOf("\n\n[1]: ", StringComparison.Ordinal)];
        for (var i = said.Claims.Count; i > 0; i--) bare = bare.Replace($" [{i}]", "", StringComparison.Ordinal).Replace($"[{i}]", "", StringComparison.Ordinal);
        Assert.Equal(Text(said.Asked).Split('\n').Where(l => !steps.Contains(l)), bare.Split("\n\n").Where(l => !steps.Contains(l)));
    });

    [Fact]
    public void The_cards_show_each_award_of_api_ask_with_its_reckoning() => Assert.All(doors.Turns.Where(t => t.Details is not null), said =>
    {
        CardShape.Assert(said.Activity.GetProperty("attachments")[0].GetProperty("content"));
        CardShape.Assert(said.DetailsCard);
        var (brief, shown) = (Words(said.Activity.GetProperty("attachments")[0].GetProperty("content")), Words(said.DetailsCard));
        foreach (var award in Awards(said))
        {
            Assert.All(award.GetProperty("steps").EnumerateArray(), step => Assert.Contains(Text(step), shown, StringComparison.Ordinal));
            Assert.All(award.GetProperty("unmet").EnumerateArray(), unmet => Assert.Contains(unmet.GetProperty("condition").GetString()!, shown, StringComparison.Ordinal));
            Assert.All(award.GetProperty("caveats").EnumerateArray(), caveat => Assert.Contains(caveat.GetString()!, shown, StringComparison.Ordinal));
            Assert.All(award.GetProperty("citations").EnumerateArray(), citation => Assert.Contains($"「{citation.GetProperty("quote").GetString()}」", shown, StringComparison.Ordinal));
            Assert.All(award.GetProperty("shares").EnumerateArray(), share => Assert.Contains(Chinese(share), shown, StringComparison.Ordinal));
            var amount = !award.GetProperty("eligible").GetBoolean() ? "暂不符合条件" : award.GetProperty("amount").GetDecimal() > 0 ? Chinese(award) : award.TryGetProperty("places", out _) ? "个名额" : "符合已核对的条件";
            Assert.Contains(amount, brief, StringComparison.Ordinal);
            Assert.Contains(amount, shown, StringComparison.Ordinal);
        }
    });

    private static JsonElement.ArrayEnumerator Awards(Said said) => said.Asked.GetProperty("awards").EnumerateArray();

    private static string Text(JsonElement element) => element.GetProperty("text").GetString()!;

    private static string Chinese(JsonElement holder) => Yuan.TryParse(holder.GetProperty("amount").GetRawText(), out var yuan) ? yuan.Chinese() : throw new FormatException(holder.GetRawText());

    // Teams opens a card, Web Chat a text.
    private static string Shown(Said said, JsonElement appearance)
    {
        if (!said.IsTeams) return Unescaped(Text(appearance));
        using var card = JsonDocument.Parse(Text(appearance));
        CardShape.Assert(card.RootElement);
        return Unescaped(Text(card.RootElement.GetProperty("body")[1]));
    }

    private static string Words(JsonElement card) => string.Join('\n', card.GetProperty("body").EnumerateArray().Select(b => Unescaped(b.TryGetProperty("text", out var text) ? text.GetString()! : b.GetRawText())));

    private static string Unescaped(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++) text.Append(markdown[i] == '\\' && i + 1 < markdown.Length ? markdown[++i] : markdown[i]);
        return text.ToString();
    }
}
