using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Xunwu51;

/// <content>The tiers of revenue: which were reached before, which are reached now, which comes next.</content>
internal sealed partial class CoreIndustryRevenue
{
    private static Scale Of(string category) => category == ManufacturingValue ? OfManufacturing[0] : OfApplication[0];

    private static Scale[] Candidates(Facts facts) =>
        facts.Find(Category.Name) is not string category ? OfEither : category == ManufacturingValue ? OfManufacturing : OfApplication;

    // How many tiers were reached in years before: they rise, so that these are the first ones.
    private static int Before(Scale scale, Facts facts) => Reached(scale, facts[PreviousHighestRevenue]);

    private static int Reached(Scale scale, Yuan revenue)
    {
        var reached = 0;
        while (reached < scale.Tiers.Length && scale.Tiers[reached].Threshold <= revenue) reached++;
        return reached;
    }

    // The tiers that are reached now and were not before.
    private static ReadOnlySpan<Tier> Crossed(Scale scale, Facts facts) => scale.Tiers.AsSpan(Before(scale, facts)..Reached(scale, facts[AnnualRevenue]));

    private static Tier? FirstAbove(Scale scale, Facts facts)
    {
        var at = Math.Max(Before(scale, facts), Reached(scale, facts[AnnualRevenue]));
        return at < scale.Tiers.Length ? scale.Tiers[at] : null;
    }

    private sealed record Tier(Yuan Threshold, Yuan Reward);

    /// <summary>The tiers of one kind of enterprise, rising, with the words that state them.</summary>
    private sealed record Scale(Stated<Yuan> Stated)
    {
        internal Tier[] Tiers { get; } = [.. Stated.Values.Zip(Rewards.Values, (threshold, reward) => new Tier(threshold, reward))];
    }
}
