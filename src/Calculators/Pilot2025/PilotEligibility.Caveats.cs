using Calculators.Awards;
using Calculators.Rules;

namespace Calculators.Pilot2025;

/// <content>What the notice leaves open, and what people judge.</content>
internal sealed partial class PilotEligibility
{
    // An open question is raised only where it could change the result; what people judge is always said.
    private static List<Caveat> Caveats(Facts facts)
    {
        var caveats = new List<Caveat>();
        if (LeadingOnesMatter(facts))
        {
            caveats.Add(new(
                CaveatCodes.LeadingCountsAmongQuality,
                $"条文没有写明龙头企业是否计入优质企业的{Quality.Value}家，这里按不计入、以您提供的优质企业数为准。",
                Chain));
        }

        if (facts.Has(IncidentsInThreeYears) && facts[IncidentsInThreeYears])
        {
            caveats.Add(new(CaveatCodes.IncidentGrade, "条文没有写明「重大」是否也限定突发环境事件，也没有写明「近三年」从哪一天往前算；事故等级和时间有出入的，请向主管部门核实。", Safety));
        }

        if (facts[SubmissionDate] is { } day)
        {
            if (day == FirstBatchCloses) caveats.Add(new(CaveatCodes.DeadlineDay, $"条文只写了{FirstBatchCloses.Month}月{FirstBatchCloses.Day}日「前」，没有写明是否含当日，这里按含当日计算，请尽量提前提交。", LastDay.Quote));
            if (day.Year > FirstBatchCloses.Year) caveats.Add(new(CaveatCodes.LaterBatches, $"条文只写了{FirstBatchCloses.Year}年首批的推荐名额和报送期限，以后批次以当年通知为准。", Slots.Quote));
        }

        caveats.Add(new(CaveatCodes.JudgedByPeople, "发展定位（3.1）、创新能力（3.3）、服务体系（3.4）由评审认定，不在这里的核算范围内。", Positioning));
        caveats.Add(new(CaveatCodes.CompetitiveSelection, "符合条件只表示可以申报，是否入选还要经设区市择优推荐和省里竞争性评审。", Competition));
        return caveats;
    }

    private static bool LeadingOnesMatter(Facts facts)
    {
        if (!facts.Has(LeadingEnterprises) || !facts.Has(QualityEnterprises)) return false;
        long quality = facts[QualityEnterprises];
        long leading = facts[LeadingEnterprises];
        return quality + leading >= Quality.Value && quality - leading < Quality.Value;
    }
}
