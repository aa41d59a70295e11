using System.Buffers;
using Bot.Understanding.Marks;
using Calculators.Rules;

namespace Bot.Understanding.Deciding;

/// <summary>What sounds like a wish to have somebody's case judged (行不行), and is asked of the rule: what must be met, whether several may join, how the papers must be, what money is spent on.</summary>
internal static class RuleQuestions
{
    private static readonly SearchValues<char> PieceEnds = SearchValues.Create(",;。?! ");

    private static readonly SearchValues<string> Papers = SearchValues.Create(
        ["材料", "纸质", "电子版", "电子件", "扫描", "复印", "盖章", "公章", "光盘", "刻盘", "推荐函", "实施方案", "方案", "本子", "ppt"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Standing = SearchValues.Create(["条件", "资格", "够格", "符合", "满足", "达标", "能给", "多少"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Thresholds = SearchValues.Create(["门槛是", "标准是", "要求是", "规定是", "条件是", "写的是", "规定的是"], StringComparison.Ordinal);

    internal static bool Ask(Message message, AwardCase told) =>
        !told.HasFacts && told.Calculator.Applicants is not null &&
        ((told.Calculator.JudgesEligibility && AsksForInput(message, told.Calculator)) || (!message.Has(Cue.Amount) && (message.Has(Cue.Spend) || OfPapers(message) || OfJoining(message, told))));

    /// <summary>Whether it is asked what a clause that is named reaches, of nobody's own case: 光签了协议、钱没到账，第七条认不认.</summary>
    internal static bool OfReach(Message message) =>
        message.Has(Cue.Covers) && !message.References.IsEmpty && !message.Has(Cue.Self) && !message.Has(Cue.Amount);

    /// <summary>Whether a clause's own figures are told to be confirmed: 第三条门槛是服务8家企业500万合同，是这样吗.</summary>
    internal static bool OfThreshold(Message message) =>
        message.Has(Cue.Claim) && !message.References.IsEmpty && !message.Has(Cue.Self) && message.Text.AsSpan().ContainsAny(Thresholds);

    // 跟邻县一起报行吗，要先定好谁牵头不: what must be met is asked of the rule.
    private static bool AsksForInput(Message message, Calculator calculator)
    {
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is Meaning.AsksFor asks && asks.Calculator == calculator) return true;
        }

        return false;
    }

    // 只送纸质的行不行: the verdict is wanted on papers. 材料都齐了，我们县能不能报 wants it on the county.
    private static bool OfPapers(Message message)
    {
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is not Meaning.Signals { Cue: Cue.Eligibility }) continue;
            var start = message.Text.AsSpan(0, mark.Start).LastIndexOfAny(PieceEnds) + 1;
            if (message.Text.AsSpan(start, mark.Start - start).ContainsAny(Papers)) return true;
        }

        return false;
    }

    // 几个县抱团报行不行: nobody's own case, and nothing to be judged by.
    private static bool OfJoining(Message message, AwardCase told) =>
        message.Has(Cue.Eligibility) && !message.Has(Cue.Self) && !message.Text.AsSpan().ContainsAny(Standing) &&
        told.Calculator.Applicants is { } applicants && told.Alone.Find(applicants.Choice) is { Value: string chosen } && applicants.Choice.Options.Any(o => o.Prevails && o.Value == chosen);
}
