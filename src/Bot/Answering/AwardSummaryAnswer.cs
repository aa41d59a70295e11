using Bot.Answering.Drafting;
using Bot.Understanding;

namespace Bot.Answering;

/// <summary>Awards that were reckoned before, told once more and short: what it comes to, which words say so, how it was reckoned, what to heed.</summary>
internal sealed class AwardSummaryAnswer(CitationFactory citations, Closing closing)
{
    internal Reply Write(Intent.AwardSummary intent, DateOnly asOf)
    {
        var draft = new Draft().Say("小结：");
        List<CitedAward> awards = [];
        List<Citation> sources = [];
        foreach (var decided in intent.Decided)
        {
            if (awards.Count > 0) draft.Line().Line();
            var award = citations.Cite(decided.Award, decided.Calculator, asOf);
            awards.Add(award);
            var own = award.Citations.Take(AwardAnswer.MostQuotes).Where(c => !sources.Exists(s => s.Clause == c.Clause && s.Quote == c.Quote)).ToList();
            sources.AddRange(own);
            AwardAnswer.Result(draft, decided);
            Closing.Sources(draft, own);
            AwardAnswer.Reckoning(draft, decided.Award);
            AwardAnswer.Notes(draft, decided);
        }

        closing.End(draft, sources, asOf);
        return new Reply(AnswerKind.Award, draft)
        {
            Awards = awards,
            Citations = sources,
            Suggestions = ["这条的责任单位是谁？", "这个政策现在还有效吗？", "看这一条的原文"],
            Phrasable = intent.Decided.Count == 1 ? Phrasing(intent.Decided[0], awards[0]) : null,
        };
    }

    // The figure that it comes to, what is not met, who pays and what to heed are never a model's to place.
    private static Phrasable Phrasing(DecidedAward decided, CitedAward award)
    {
        var opening = new Draft().Say("小结：");
        AwardAnswer.Result(opening, decided);
        opening.Line().Say("要点如下（「」内均为原文，计算由程序填入）：").Line();
        var behind = new Draft();
        AwardAnswer.Shares(behind, decided.Award);
        AwardAnswer.Notes(behind, decided);
        return new Phrasable(opening, award, behind);
    }
}
