using Bot.Answering;
using Bot.Evaluation;

namespace Bot.Tests.Dialogues;

/// <summary>Where nothing answers, a clause that comes close may be offered by its name.</summary>
public class OfferedClausesTests
{
    private static readonly DateOnly Day = new(2025, 10, 20);

    [Fact]
    public void What_is_offered_beside_a_refusal_can_be_said_and_shows_one_clause()
    {
        var offered = 0;
        foreach (var question in EvaluationQuestion.ReadFile(Path.Combine(AppContext.BaseDirectory, "Fixtures", "eval", "own-negatives.jsonl")))
        {
            var talk = new Talk();
            Answer? last = null;
            foreach (var text in question.Turns) last = talk.Say(text, Day).Answer;
            if (last is not { Kind: AnswerKind.Refuse }) continue;
            Assert.Empty(last.Citations);
            Assert.Empty(last.Awards);
            if (last.Suggestions.FirstOrDefault(s => s.StartsWith('「')) is not { } suggestion) continue;
            offered++;
            var shown = talk.Say(suggestion, Day).Answer;
            Assert.True(shown is { Kind: AnswerKind.Clause, Citations.Count: 1 }, $"{question.Id}: {suggestion} → {shown.Kind} {shown.Citations.Count}");
        }

        Assert.True(offered > 0);
    }

    [Theory]
    [InlineData("深圳有没有培训补贴")]
    [InlineData("增值税税率是多少")]
    [InlineData("帮我伪造一份合同")]
    [InlineData("第十二条讲什么")]
    public void No_clause_is_offered_for_other_places_other_matters_and_forbidden_demands(string question)
    {
        var answer = new Talk().Say(question, Day).Answer;
        Assert.Equal(AnswerKind.Refuse, answer.Kind);
        Assert.DoesNotContain(answer.Suggestions, s => s.StartsWith('「'));
    }
}
