using Bot.Answering.Drafting;
using Bot.Answering.Guarding;
using Bot.Understanding;
using Calculators.Awards;
using Calculators.Money;

namespace Bot.Answering;

/// <summary>Awards: the result, how it was reckoned, who pays, what to heed, where it says so.</summary>
internal sealed class AwardAnswer(CitationFactory citations, Closing closing)
{
    /// <summary>How many quotes of an award stand in an answer.</summary>
    internal const int MostQuotes = 3;

    internal Reply Write(Intent.Awards intent, DateOnly asOf)
    {
        var draft = new Draft();
        List<CitedAward> cited = [];
        List<Citation> sources = [];
        foreach (var decided in intent.Decided)
        {
            if (cited.Count > 0) draft.Line().Line();
            var award = citations.Cite(decided.Award, decided.Calculator, asOf);
            cited.Add(award);
            Result(draft, decided);
            Reckoning(draft, decided.Award);
            Notes(draft, decided);
            foreach (var source in award.Citations.Take(MostQuotes))
            {
                if (!sources.Any(s => s.Clause == source.Clause && s.Quote == source.Quote)) sources.Add(source);
            }
        }

        foreach (var claim in intent.Claims) draft.Line().Say("您提到的").Add(new Part.Echo(claim.Words)).Say("与条文规定不符，以上述结果为准。");
        Closing.Sources(draft, sources);
        closing.End(draft, sources, asOf);
        return new Reply(AnswerKind.Award, draft) { Awards = cited, Citations = sources, Suggestions = Suggest(intent.Decided[0]) };
    }

    /// <summary>What it comes to, with what is not met and what was vague.</summary>
    internal static void Result(Draft draft, DecidedAward decided)
    {
        var (calculator, award) = (decided.Calculator, decided.Award);
        if (calculator.JudgesEligibility)
        {
            draft.Say(award.Eligible ? "按可以核算的条件，符合" : "按您提供的情况，目前不符合").Declared(calculator, calculator.Title).Say("。");
        }
        else if (!award.Eligible)
        {
            draft.Say("按您提供的情况，目前还不能享受").Declared(calculator, calculator.Title);
            // Where nothing is paid in any case, 0元 would mislead.
            if (calculator.GivesMoney) draft.Say("（").Reckoned(award, award.Amount.Chinese()).Say("）");
            draft.Say("。");
        }
        else if (award.Places is { } places)
        {
            draft.Say("按您提供的情况，每年可享受").Declared(calculator, calculator.Title).Reckoned(award, AwardTexts.Places(places)).Say("。");
        }
        else if (award.IsCeiling)
        {
            draft.Declared(calculator, calculator.Title).Say("：").Reckoned(award, AwardTexts.Amount(award)).Say("。");
        }
        else
        {
            draft.Say("按您提供的情况，").Declared(calculator, calculator.Title).Say("为").Reckoned(award, award.Amount.Chinese()).Say("。");
        }

        foreach (var unmet in award.Unmet) draft.Line().Say("未满足：").Reckoned(award, unmet.Condition);
        foreach (var vague in decided.Vague)
            draft.Line().Say("您说的「").Add(new Part.Echo(vague.Words)).Say("」没有给出确切数额，按这个范围内的任一数额计算，结果都相同。");
    }

    /// <summary>The steps, and who pays.</summary>
    internal static void Reckoning(Draft draft, Award award)
    {
        if (award.Steps.Count > 0) draft.Line().Say("计算：");
        foreach (var step in award.Steps) draft.Line().Say("· ").Reckoned(award, step.Text);
        Shares(draft, award);
    }

    /// <summary>Who pays, where the steps do not say it.</summary>
    internal static void Shares(Draft draft, Award award)
    {
        // The steps say it where the clause's own sentence does.
        if (award.Shares.Count == 0 || award.Shares.Count == 1 || award.Shares.All(s => award.Steps.Any(t => t.Text.Contains(s.Payer, StringComparison.Ordinal)))) return;
        draft.Line().Say("承担：");
        for (var i = 0; i < award.Shares.Count; i++)
        {
            if (i > 0) draft.Say("，");
            draft.Reckoned(award, award.Shares[i].Payer).Reckoned(award, award.Shares[i].Amount.Chinese());
        }

        draft.Say("。");
    }

    /// <summary>What else would be given, and what to heed.</summary>
    internal static void Notes(Draft draft, DecidedAward decided)
    {
        if (decided.Award.Next is { } next) draft.Line().Say("还可了解：").Reckoned(decided.Award, next.Text);
        foreach (var caveat in decided.Award.Caveats) draft.Line().Say("提示：").Reckoned(decided.Award, caveat.Text);
    }

    private static IReadOnlyList<string> Suggest(DecidedAward decided) =>
        decided.Award.Eligible ? ["这条的责任单位是谁？", "这个政策现在还有效吗？", "看这一条的原文"] : ["看这一条的原文", "这条的责任单位是谁？"];
}
