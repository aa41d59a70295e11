using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Tests.Rules;

/// <summary>The sentences of a reckoning, as an officer would check them.</summary>
public sealed class WordingTests
{
    [Fact]
    public void A_tier_is_named_with_the_one_that_was_missed()
    {
        var award = Reckon("core-industry-revenue", "manufacturing", Yuan.Yi(6), Yuan.Yi(1.5m));
        Assert.Equal(["年度营业收入6亿元，首次达到5亿元档，未达到10亿元档。", "一次性奖励25万元。"], award.Steps.Select(s => s.Text));
        Assert.Equal("年度营业收入达到10亿元且其他条件不变的，可获50万元。", award.Next!.Text);
    }

    [Fact]
    public void A_ceiling_that_bites_is_said() => Assert.Contains(
        "240万元超过上限，按最高不超过50万元计，为50万元。",
        Reckon("manufacturing-internet-service", 40, Yuan.Yi(1.2m)).Steps.Select(s => s.Text));

    [Fact]
    public void A_gap_is_said() => Assert.Equal(
        "年度服务本地企业须达到10家以上（含10家），目前8家，还差2家。",
        Assert.Single(Reckon("manufacturing-internet-service", 8, Yuan.Wan(2000)).Unmet).Condition);

    [Fact]
    public void A_tier_that_was_reached_before_is_said() => Assert.Equal(
        "以往最高1.2亿元，1亿元档以前已经达到，不再是首次；年度营业收入须首次达到5亿元，目前3.8亿元，还差1.2亿元。",
        Assert.Single(Reckon("core-industry-revenue", "manufacturing", Yuan.Yi(3.8m), Yuan.Yi(1.2m)).Unmet).Condition);

    [Fact]
    public void An_eligible_next_step_without_money_promises_none()
    {
        var award = Reckon("pilot-eligibility", "county", null, 1, 15, false, false);
        Assert.Equal("优质企业达到20家且其他条件不变的，即符合上述可核算的条件。", award.Next!.Text);
    }

    private static Award Reckon(string name, params object?[] values)
    {
        var subject = Catalogue.Default.Find(name)!;
        return subject.Calculate(subject.Inputs.Zip(values).Where(pair => pair.Second is not null).Aggregate(Facts.None, (facts, pair) => facts.With(pair.First, pair.Second!)));
    }
}
