using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Tests.Rules;

public sealed class CatalogueTests
{
    [Fact]
    public void A_calculator_is_found_by_its_name_alone()
    {
        Assert.Equal("talent-housing", Catalogue.Default.Find("talent-housing")?.Name);
        Assert.Null(Catalogue.Default.Find("Talent-Housing"));
    }

    [Fact]
    public void An_input_that_two_calculators_ask_for_stands_once_in_the_profile()
    {
        Assert.Single(Catalogue.Default.Inputs, input => input.Name == "applicant");
        Assert.Equal(Catalogue.Default.Inputs.Count, Catalogue.Default.Inputs.Select(i => i.Name).Distinct().Count());
    }

    [Fact]
    public void Two_calculators_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Catalogue([new Plain("a", []), new Plain("a", [])]));

    [Fact]
    public void A_name_that_means_two_things_is_refused()
    {
        var amount = new Plain("a", [new MoneyInput("x", "甲", "请问？")]);
        Assert.Throws<ArgumentException>(() => new Catalogue([amount, new Plain("b", [new CountInput("x", "甲", "请问？")])]));
        Assert.Throws<ArgumentException>(() => new Catalogue([amount, new Plain("b", [new MoneyInput("x", "乙", "请问？")])]));
        Assert.NotNull(new Catalogue([amount, new Plain("b", [new MoneyInput("x", "甲", "请问？")])]));
    }

    [Fact]
    public void Choices_of_one_name_with_other_values_are_refused()
    {
        static ChoiceInput Choice(string value) => new("x", "甲", "请问？") { Options = [new Option(value, "甲")] };
        Assert.Throws<ArgumentException>(() => new Catalogue([new Plain("a", [Choice("one")]), new Plain("b", [Choice("two")])]));
    }

    [Fact]
    public void A_calculation_without_a_required_input_is_a_fault_of_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => Catalogue.Default.Find("talent-housing")!.Calculate(Facts.None));

    [Fact]
    public void An_earlier_tier_may_be_told_by_the_award_that_it_gave()
    {
        var revenue = Catalogue.Default.Find("core-industry-revenue")!;
        var previous = Assert.IsType<MoneyInput>(revenue.Inputs[2]);
        var maker = Facts.None.With(revenue.Inputs[0], "manufacturing");
        Assert.Equal(Yuan.Yi(5), previous.ToldByAward!.Find(maker, Yuan.Wan(25)));
        Assert.Equal(Yuan.Wan(5000), previous.ToldByAward.Find(maker.With(revenue.Inputs[0], "application"), Yuan.Wan(25)));
        Assert.Null(previous.ToldByAward.Find(maker, Yuan.Wan(30)));
        Assert.Null(previous.ToldByAward.Find(Facts.None, Yuan.Wan(25)));
    }

    private sealed class Plain(string name, IReadOnlyList<Input> inputs) : Calculator
    {
        public override string Name => name;

        public override string Clause => "xunwu-51/1";

        public override Quote Rule => new(Clause, "甲");

        public override string Title => "甲";

        public override IReadOnlyList<string> Words => [];

        public override IReadOnlyList<Input> Inputs => inputs;

        public override IReadOnlyList<IStated> Figures => [];

        protected override IReadOnlyList<Condition> Conditions => [];

        protected override Award Grant(Facts facts) => new(Name, Eligible: true, Yuan.Zero);
    }
}
