using Bot.Answering;
using Calculators.Money;

namespace Bot.Tests.Dialogues.Generated;

/// <summary>The check itself: it finds what it is for.</summary>
public sealed class AnswerCheckTests
{
    private const string Case = "我们服务了12家本地企业，合同实际执行1500万元，能拿多少？";
    private static readonly DateOnly Day = new(2022, 10, 1);

    public static TheoryData<string, string> Additions => new()
    {
        { "另奖3万元", "3万元" },
        { "另奖三万元", "三万元" },
        { "共15家", "15家" },
        { "电话0797", "0797" },
        { "按3%", "3%" },
        { "２８", "２８" },
        { "30.5万元", "30.5万元" },
    };

    [Theory]
    [MemberData(nameof(Additions))]
    public void A_figure_without_a_source_is_found(string addition, string figure)
    {
        var answer = new Talk().Say(Case, Day).Answer;
        Assert.Empty(AnswerCheck.Unexplained(answer, [Case]));
        Assert.Contains(figure, AnswerCheck.Unexplained(answer with { Text = answer.Text + addition }, [Case]));
    }

    [Fact]
    public void An_answer_that_breaks_the_contract_is_found()
    {
        var result = new Talk().Say(Case, Day);
        var answer = result.Answer;
        Assert.Empty(AnswerRules.Broken(result, [Case], Day));
        Answer[] broken =
        [
            answer with { Kind = AnswerKind.Refuse },
            answer with { Citations = [], Validity = null },
            answer with { Awards = [] },
            answer with { Missing = ["annualRevenue"] },
            answer with { Citations = [answer.Citations[0] with { Quote = answer.Citations[0].Quote + "。另有奖励" }] },
            answer with { Awards = [answer.Awards[0] with { Award = answer.Awards[0].Award with { Amount = Yuan.Of(299_999m) } }] },
            answer with { Awards = [answer.Awards[0] with { Award = answer.Awards[0].Award with { Eligible = false } }] },
            answer with { Awards = [answer.Awards[0] with { Award = answer.Awards[0].Award with { IsCeiling = true } }] },
            answer with { Generated = true },
        ];
        Assert.All(broken, a => Assert.NotEmpty(AnswerRules.Broken(result with { Answer = a }, [Case], Day)));
        Assert.NotEmpty(AnswerRules.Broken(result with { Fault = "x" }, [Case], Day));
        Assert.NotEmpty(AnswerRules.Broken(result, [Case], new DateOnly(2024, 2, 1)));
    }
}
