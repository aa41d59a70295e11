using Bot.Answering;
using Bot.Tests.Dialogues;

namespace Bot.Tests.Understanding;

/// <summary>Figures beyond anything that an amount can be: read or passed over, never an error.</summary>
public sealed class HugeFiguresTests
{
    [Theory]
    [InlineData("900000000000000000000000亿")]
    [InlineData("79228162514264337593543950335元")]
    [InlineData("79228162514264337593543950336元")]
    [InlineData("9亿亿亿亿")]
    [InlineData("九千亿亿万元")]
    [InlineData("1到900000000000000000000000亿")]
    [InlineData("-900000000000000000000000亿")]
    [InlineData("0.0000000000000000000000000001元")]
    [InlineData("99999999999999999999999999999999%")]
    public void A_figure_too_large_for_an_amount_gives_none(string figure)
    {
        var result = new Talk().Say($"我们是本地数字经济核心产业企业，风投到位{figure}，能拿多少？", new DateOnly(2022, 10, 1));
        Assert.Null(result.Fault);
        Assert.True(result.Answer.Kind != AnswerKind.Award || !result.Answer.Awards[0].Award.Eligible, result.Answer.Text);
    }
}
