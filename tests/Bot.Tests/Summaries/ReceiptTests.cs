using Bot.Summaries;

namespace Bot.Tests.Summaries;

public sealed class ReceiptTests
{
    private static readonly Receipt Sample = new(["我们是制造业企业", "去年营收\n1.2亿元 😀 \uFFFF"], new DateOnly(2024, 2, 29), "0123456789ab");

    [Fact]
    public void It_is_one_line_that_is_read_back_from_any_text_around_it()
    {
        var line = Sample.Write();
        Assert.DoesNotContain(line, c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_'));
        Assert.True(Receipt.Find($"回执 `{line}`。\n完", out var read));
        Assert.Equal((Sample.AsOf, Sample.CorpusVersion), (read!.AsOf, read.CorpusVersion));
        Assert.Equal(Sample.Turns, read.Turns);
        Assert.Equal(line, read.Write());
    }

    [Fact]
    public void The_last_one_counts_since_a_question_may_hold_one_too()
    {
        var other = Sample with { AsOf = new DateOnly(2023, 1, 1) };
        Assert.True(Receipt.Find($"{other.Write()}\n{Sample.Write()}", out var read));
        Assert.Equal(Sample.AsOf, read!.AsOf);
    }

    [Fact]
    public void Every_damaged_character_makes_it_damaged_or_none_at_all()
    {
        var line = Sample.Write();
        for (var i = 0; i < line.Length; i++)
        {
            var damaged = line[..i] + (line[i] == 'x' ? 'y' : 'x') + line[(i + 1)..];
            Receipt.Find(damaged, out var read);
            Assert.Null(read);
            Receipt.Find(line[..i], out read);
            Assert.Null(read);
            Receipt.Find(line.Remove(i, 1), out read);
            Assert.Null(read);
        }
    }

    [Theory]
    [InlineData("""{"format":2,"corpus":"a","asOf":"2024-01-01","turns":["问"]}""")]
    [InlineData("""{"format":1,"corpus":"","asOf":"2024-01-01","turns":["问"]}""")]
    [InlineData("""{"format":1,"corpus":"<b>","asOf":"2024-01-01","turns":["问"]}""")]
    [InlineData("""{"format":1,"corpus":"a","asOf":"2024-13-01","turns":["问"]}""")]
    [InlineData("""{"format":1,"corpus":"a","asOf":"2024-01-01","turns":[]}""")]
    [InlineData("""{"format":1,"corpus":"a","asOf":"2024-01-01","turns":[""]}""")]
    [InlineData("""{"format":1,"corpus":"a","asOf":"2024-01-01","turns":["a\u0000b"]}""")]
    [InlineData("""{"format":1,"corpus":"a","asOf":"2024-01-01","turns":["\ud800"]}""")]
    [InlineData("""{"format":1,"corpus":"a","asOf":"2024-01-01","turns":[1]}""")]
    [InlineData("""{"format":1,"corpus":"a","asOf":"2024-01-01"}""")]
    [InlineData("""{"format":2,"corpus":"a","asOf":"2024-01-01","turns":["问"],"choices":[]}""")]
    [InlineData("""{"format":2,"corpus":"a","asOf":"2024-01-01","turns":["问"],"choices":[{"rule":2,"turn":0,"query":"奖励"}]}""")]
    [InlineData("""{"format":2,"corpus":"a","asOf":"2024-01-01","turns":["问"],"choices":[{"rule":1,"turn":1,"query":"奖励"}]}""")]
    [InlineData("""{"format":2,"corpus":"a","asOf":"2024-01-01","turns":["问"],"choices":[{"rule":1,"turn":0}]}""")]
    [InlineData("""{"format":2,"corpus":"a","asOf":"2024-01-01","turns":["问"],"choices":[{"rule":1,"turn":0,"query":"奖励"},{"rule":1,"turn":0,"query":"奖励"}]}""")]
    [InlineData("""{"format":2,"corpus":"a","asOf":"2024-01-01","turns":["问"],"choices":[{"rule":1,"turn":0,"query":"奖励","calculator":"equity-investment","figures":{}}]}""")]
    [InlineData("""{"format":2,"corpus":"a","asOf":"2024-01-01","turns":["问"],"choices":[{"rule":1,"turn":0,"calculator":"equity-investment","figures":{"fundsReceived":-1}}]}""")]
    [InlineData("""{"format":2,"corpus":"a","asOf":"2024-01-01","turns":["问"],"choices":[{"rule":1,"turn":0,"calculator":"equity-investment","figures":{"fundsReceived":0,"fundsReceived":0}}]}""")]
    [InlineData("""{"format":2,"corpus":"a","asOf":"2024-01-01","turns":["问"],"choices":[{"rule":1,"turn":0,"calculator":"equity-investment","figures":{},"amount":1000000}]}""")]
    [InlineData("""[1]""")]
    [InlineData("""{"format":1,""")]
    public void What_no_door_would_let_in_is_damaged_even_with_a_right_checksum(string json)
    {
        var payload = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(json));
        var checksum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("DFD1." + payload)))[..12];
        Assert.True(Receipt.Find($"DFD1.{payload}.{checksum}", out var read));
        Assert.Null(read);
    }

    [Fact]
    public void Turns_asked_for_other_dates_give_the_same_answer_when_all_are_replayed_with_the_last()
    {
        DateOnly[] dates = [new(2022, 1, 1), new(2022, 10, 1), new(2024, 2, 1), new(2025, 10, 27), new(2030, 1, 1)];
        foreach (var question in Made.DevelopmentQuestions.Where(q => q.Turns.Count > 1))
        {
            var last = question.AsOf ?? Made.Today;
            var state = Conversations.ConversationState.Empty;
            Bot.Answering.Answer? answer = null;
            for (var i = 0; i < question.Turns.Count; i++)
            {
                var asOf = i == question.Turns.Count - 1 ? last : dates[i % dates.Length];
                (answer, state, _) = Made.Composition.Dialogue.Respond(new Conversations.Turn("", null, "", question.Turns[i], asOf), state, "", "");
            }

            var replayed = Made.Office.Summariser.Replay(Made.ReceiptOf(question)).Answer!;
            Assert.Equal(Bot.Api.AnswerJson.Bytes(answer!).ToArray(), Bot.Api.AnswerJson.Bytes(replayed).ToArray());
        }
    }
}
