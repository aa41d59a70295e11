using Calculators.Money;
using Calculators.Rules;
using Calculators.Screening;
using Calculators.Tests.Support;

namespace Calculators.Tests.Screening;

public sealed class ScreeningTests
{
    [Fact]
    public void An_empty_profile_decides_nothing()
    {
        var result = Screen();
        Assert.Empty(result.Awards);
        Assert.Equal(Catalogue.Default.Calculators.Select(c => c.Name), result.Undecided.Select(u => u.Calculator.Name));
        Assert.All(result.Undecided, u => Assert.Equal(u.Calculator.Missing(Facts.None).Select(i => i.Name), u.Missing.Select(i => i.Name)));
        Assert.Equal(Yuan.Zero, result.Total);
    }

    [Fact]
    public void The_total_adds_what_is_met_and_says_that_it_is_a_sum()
    {
        var result = Screen(("category", "application"), ("annualRevenue", "50000000"), ("fundsReceived", "10000000"), ("localCoreIndustry", "yes"), ("marketFund", "yes"));
        Assert.Equal(["core-industry-revenue", "equity-investment"], result.Awards.Select(a => a.Award.Calculator));
        Assert.Equal(Yuan.Wan(75), result.Total);
        Assert.Equal("sum-not-entitlement", Assert.Single(result.Caveats).Code);
    }

    [Fact]
    public void Ceilings_and_the_highest_award_are_not_added()
    {
        var result = Screen(("applicant", "national-zone"), ("awards", "工业政策 300000, 十一条 500000"), ("list", "internet"), ("firstTime", "yes"));
        Assert.Equal(["top100-listing", "highest-award", "pilot-funding"], result.Awards.Select(a => a.Award.Calculator));
        Assert.All(result.Awards, a => Assert.True(a.Award.Eligible));
        Assert.Equal(Yuan.Wan(100), result.Total);
    }

    [Fact]
    public void One_missed_condition_is_nearly_met_and_two_are_not()
    {
        var result = Screen(("localEnterprisesServed", "9"), ("executedContractAmount", "20000000"), ("countyLevelRecognized", "no"), ("metAnnualTarget", "no"));
        Assert.Equal([("cluster-park-grant", false), ("manufacturing-internet-service", true)], result.Awards.Select(a => (a.Award.Calculator, a.NearlyMet)));
    }

    [Fact]
    public void One_missed_condition_decides_without_the_rest()
    {
        var result = Screen(("marketFund", "no"));
        Assert.False(Assert.Single(result.Awards).Award.Eligible);
        Assert.DoesNotContain("equity-investment", result.Undecided.Select(u => u.Calculator.Name));
    }

    [Fact]
    public void What_is_half_known_names_the_other_half()
    {
        var result = Screen(("category", "manufacturing"));
        Assert.Equal(["annualRevenue"], result.Undecided.Single(u => u.Calculator.Name == "core-industry-revenue").Missing.Select(i => i.Name));
    }

    private static ScreeningResult Screen(params (string Name, string Value)[] profile) => Calculators.Screening.Screening.Run(
        Catalogue.Default,
        profile.Aggregate(Facts.None, (facts, given) => Catalogue.Default.Inputs.Single(i => i.Name == given.Name) is var input ? facts.With(input, Values.Read(input, given.Value)) : facts));
}
