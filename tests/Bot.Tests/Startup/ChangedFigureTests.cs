using System.Globalization;
using Bot.Hosting;
using Calculators.Awards;
using Calculators.Rules;

namespace Bot.Tests.Startup;

/// <summary>Whoever changes a figure beside its formula learns it at once: the quote says another number.</summary>
public sealed class ChangedFigureTests
{
    public static TheoryData<string, string, int> Figures
    {
        get
        {
            var figures = new TheoryData<string, string, int>();
            foreach (var stated in Catalogue.Default.Calculators.SelectMany(c => c.Figures).DistinctBy(f => f.Quote))
            {
                for (var i = 0; i < stated.Figures.Count; i++) figures.Add(stated.Quote.Clause, stated.Quote.Text, i);
            }

            return figures;
        }
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_changed_figure_stops_the_start_with_file_clause_and_both_numbers(string clause, string quote, int index)
    {
        var stated = Catalogue.Default.Calculators.SelectMany(c => c.Figures).First(f => f.Quote == new Quote(clause, quote));
        var right = stated.Figures[index];
        foreach (var wrong in new[] { right + 1, right * 10, right / 10 })
        {
            using var corpus = new CorpusCopy();
            decimal[] figures = [.. stated.Figures];
            figures[index] = wrong;
            var fault = Assert.Throws<StartException>(() => corpus.Start(new Catalogue([new Wrong(clause, new Altered(stated.Quote, figures))])));
            string[] says = [clause.Split('/')[0] + ".md", clause, "made-up", Shown(wrong), Shown(right), quote];
            Assert.All(says, part => Assert.Contains(part, fault.Message, StringComparison.Ordinal));
            Assert.DoesNotContain('\n', fault.Message);
        }
    }

    [Theory]
    [InlineData("xunwu-51/12", "最高不超过50万元", "no clause xunwu-51/12")]
    [InlineData("xunwu-51/3", "奖励", "more than once")]
    [InlineData("xunwu-51/3", "最高不超过60万元", "最高不超过50万元")]
    public void A_quote_that_does_not_stand_once_in_its_clause_stops_the_start(string clause, string quote, string says)
    {
        using var corpus = new CorpusCopy();
        var fault = Assert.Throws<StartException>(() => corpus.Start(new Catalogue([new Wrong(clause, new Altered(new Quote(clause, quote), [600000m]))])));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("xunwu-51.md: ", fault.Message, StringComparison.Ordinal);
    }

    private static string Shown(decimal figure) => figure.ToString("0.####", CultureInfo.InvariantCulture);

    private sealed record Altered(Quote Quote, IReadOnlyList<decimal> Figures) : IStated;

    private sealed class Wrong(string clause, IStated figure) : Calculator
    {
        public override string Name => "made-up";

        public override string Clause => clause;

        public override Quote Rule => figure.Quote;

        public override string Title => "测试";

        public override IReadOnlyList<string> Words => ["测试"];

        public override IReadOnlyList<Input> Inputs => [];

        public override IReadOnlyList<IStated> Figures => [figure];

        protected override IReadOnlyList<Condition> Conditions => [];

        protected override Award Grant(Facts facts) => throw new NotSupportedException();
    }
}
