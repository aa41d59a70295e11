using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;
using Calculators.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Calculators.Tests;

/// <summary>What holds for any input inside the declared ranges: thousands of facts for each of the eleven calculators.</summary>
public sealed class PropertyTests
{
    private const int Runs = 6_000;

    public static TheoryData<string> Names() => [.. Catalogue.Default.Calculators.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_award_is_whole_and_quoted(string name)
    {
        var subject = Catalogue.Default.Find(name)!;
        Check(AnyFacts.Complete(subject), facts =>
        {
            var award = subject.Calculate(facts);
            Assert.Equal(award.Eligible, award.Unmet.Count == 0);
            Assert.True(award.Amount >= Yuan.Zero && award.Amount == award.Amount.Round());
            Assert.True(award.Eligible || (award.Amount == Yuan.Zero && award.Shares.Count == 0));
            if (award.Shares.Count > 0) Assert.Equal(award.Amount, award.Shares.Aggregate(Yuan.Zero, (sum, share) => sum + share.Amount));
            Assert.All(award.Shares, share => Assert.True(share.Amount >= Yuan.Zero && share.Amount == share.Amount.Round()));
            if (award.FirstYearCeiling is { } first) Assert.Equal(award.Amount, first + award.Remainder!.Value);
            Assert.All(award.Unmet, unmet => Assert.True(subject.Inputs.Any(i => i.Name == unmet.Field) && unmet.Gap is null or > 0));
            Assert.All(award.Readings.Take(1), reading => Assert.Equal(award.Amount, reading.Amount));
            Assert.NotEmpty(award.Quotes);
            Assert.True(award.Eligible == award.Steps.Count > 0);
            Assert.All(award.Caveats, caveat => Assert.Contains(caveat.Code, OpenQuestionsTests.Codes));
            Assert.All(QuotesOf(award), quote => Assert.Equal(1, Occurrences(quote)));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_some_facts_decide_no_further_fact_undoes(string name)
    {
        var subject = Catalogue.Default.Find(name)!;
        Check(AnyFacts.WithPart(subject), pair =>
        {
            var decision = subject.Decide(pair.Part);
            Assert.Equal(decision.Award is null, decision.Missing.Count > 0);
            if (decision.Award is { Eligible: false }) Assert.False(subject.Calculate(pair.Whole).Eligible);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_next_step_gives_what_it_promises(string name)
    {
        var subject = Catalogue.Default.Find(name)!;
        Check(AnyFacts.Complete(subject), facts =>
        {
            var award = subject.Calculate(facts);
            if (award.Next is not { } next) return;
            var input = subject.Inputs.Single(i => i.Name == next.Field);
            var then = subject.Calculate(facts.With(input, input is MoneyInput ? Yuan.Of(next.Needed) : (int)next.Needed));
            Assert.True(then.Eligible && then.Amount == next.Amount && (!award.Eligible || then.Amount > award.Amount));
        });
    }

    [Theory]
    [InlineData("core-industry-revenue", "annualRevenue", 500_000)]
    [InlineData("manufacturing-internet-service", "executedContractAmount", 500_000)]
    [InlineData("digital-infrastructure", "investment", 1_000_000)]
    [InlineData("equity-investment", "fundsReceived", 1_000_000)]
    public void More_never_gives_less_and_never_more_than_the_ceiling(string name, string field, int ceiling)
    {
        var subject = Catalogue.Default.Find(name)!;
        var input = subject.Inputs.Single(i => i.Name == field);
        Check(AnyFacts.Complete(subject).SelectMany(facts => AnyFacts.Money, (facts, other) => (facts, other)), pair =>
        {
            var one = (Yuan)pair.facts.Find(field)!;
            var (less, more) = one <= pair.other ? (one, pair.other) : (pair.other, one);
            var lower = subject.Calculate(pair.facts.With(input, less)).Amount;
            var higher = subject.Calculate(pair.facts.With(input, more)).Amount;
            Assert.True(lower <= higher && higher <= Yuan.Of(ceiling));
        });
    }

    [Fact]
    public void A_fen_below_the_threshold_gives_nothing_whatever_the_rest()
    {
        var service = Catalogue.Default.Find("manufacturing-internet-service")!;
        Check(AnyFacts.Complete(service), facts =>
            Assert.Equal(Yuan.Zero, service.Calculate(facts.With(service.Inputs[1], Yuan.Of(9_999_999.99m))).Amount));

        var revenue = Catalogue.Default.Find("core-industry-revenue")!;
        Check(AnyFacts.Complete(revenue), facts =>
        {
            var below = (string)facts.Find("category")! == "manufacturing" ? 99_999_999.99m : 9_999_999.99m;
            Assert.Equal(Yuan.Zero, revenue.Calculate(facts.With(revenue.Inputs[1], Yuan.Of(below))).Amount);
        });
    }

    [Fact]
    public void The_highest_award_and_the_others_are_all_that_was_named()
    {
        var subject = Catalogue.Default.Find("highest-award")!;
        Check(AnyFacts.Complete(subject), facts =>
        {
            var named = (IReadOnlyList<NamedAmount>)facts.Find("awards")!;
            var award = subject.Calculate(facts);
            if (!award.Eligible) return;
            Assert.Equal(named.Count - 1, award.NotStacked!.Count);
            Assert.All(award.NotStacked, other => Assert.True(other.Amount <= award.Amount));
        });
    }

    private static void Check<T>(Gen<T> gen, Action<T> holds) => Prop.ForAll(gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));

    private static IEnumerable<Quote> QuotesOf(Award award) =>
        [.. award.Quotes, .. award.Steps.Select(s => s.Quote), .. award.Unmet.Select(u => u.Quote), .. award.Readings.Select(r => r.Quote), .. award.Caveats.Select(c => c.Quote).OfType<Quote>()];

    private static int Occurrences(Quote quote) => Clauses.Occurrences(quote.Clause, quote.Text);
}
