using System.Text;
using System.Text.Json;
using Bot.Channels.Tencent;
using Bot.Evaluation;
using Bot.Store.Records;

namespace Bot.Tests.Channels.WeChat;

/// <summary>The real assistant behind the door says what it says to programs.</summary>
public sealed class ParityTests
{
    [Theory]
    [InlineData("wechat")]
    [InlineData("wecom")]
    public async Task Every_development_question_gets_the_same_answer_here_and_over_the_api(string channel)
    {
        await using var office = await Office.OpenAsync(sends: false, real: true, "--Limits:RequestsPerMinute=0");
        // The door answers for today, and so does the other one when it is not told a date.
        var (number, turns) = (0, 0);
        foreach (var question in EvaluationQuestion.ReadFile(Path.Combine(AppContext.BaseDirectory, "Fixtures", "eval", "dev-questions.jsonl")))
        {
            var account = channel == "wechat" ? office.Safe : office.Work;
            account.User = $"op_{++number}";
            JsonElement answer = default;
            var page = "";
            foreach (var turn in question.Turns)
            {
                turns++;
                page = await account.SayAsync(turn);
                answer = (await office.Host.PostAsync("/api/ask", JsonSerializer.Serialize(new { text = turn, conversationId = $"c{number}" }))).Json;
            }

            var text = answer.GetProperty("text").GetString()!;
            var joined = new StringBuilder();
            while (true)
            {
                Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, ReplyPages.MostBytes);
                var footer = page.LastIndexOf('（');
                if (!page.EndsWith("看下文）", StringComparison.Ordinal)) break;
                joined.Append(Joined(text, joined.Length, page[..footer]));
                page = await account.SayAsync("继续");
            }

            joined.Append(page);
            Assert.StartsWith(text, joined.ToString(), StringComparison.Ordinal);
        }

        // What was recorded, awards, citations and quotes with it, is the same in every member but the ids.
        var records = await AllAsync(office);
        var (here, there) = (Bodies(records, channel), Bodies(records, "api"));
        Assert.True(turns > 100);
        Assert.Equal(turns, here.Count);
        Assert.Equal(there, here);
    }

    // The footer begins with a line break of its own where the page ends with none.
    private static string Joined(string text, int from, string page) =>
        text.AsSpan(from).StartsWith(page, StringComparison.Ordinal) ? page : page[..^1];

    private static async Task<List<AnswerRecord>> AllAsync(Office office)
    {
        List<AnswerRecord> all = [];
        for (long? before = null; ;)
        {
            var page = await office.Store.AnswersAsync(new AnswerFilter(Before: before, Most: 500), default);
            all.AddRange(page.Answers);
            if ((before = page.Next) is null) return all;
        }
    }

    private static List<string> Bodies(List<AnswerRecord> records, string channel) =>
        [.. records.Where(r => r.Channel == channel).OrderBy(r => r.At).Select(r => r.Body.Replace(r.AnswerId, "", StringComparison.Ordinal).Replace(r.ConversationId, "", StringComparison.Ordinal))];
}
