using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Screening;

/// <summary>Runs a profile against every calculator.</summary>
public static class Screening
{
    private static readonly Caveat NoEntitlement = new(
        CaveatCodes.SumNotEntitlement,
        "合计只是各项可得金额的相加，不等于应得总额：条文没有写明十一条内部各项能否同时享受；与县里工业、人才、科技、金融等其他政策重复的，按就高不重复原则只享受较高的一项。",
        new Quote("xunwu-51/closing", "与我县出台的工业、人才、科技、金融等相关支持政策可按照就高不重复原则享受"));

    /// <summary>Decides every award as far as the profile allows.</summary>
    /// <param name="catalogue">The calculators.</param>
    /// <param name="profile">Any of the catalogue's inputs; optional ones have their defaults.</param>
    public static ScreeningResult Run(Catalogue catalogue, Facts profile)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var awards = new List<ScreenedAward>();
        var undecided = new List<(Calculator, IReadOnlyList<Input>)>();
        var total = Yuan.Zero;
        foreach (var calculator in catalogue.Calculators)
        {
            var decision = calculator.Decide(profile);
            if (decision.Award is not { } award)
            {
                undecided.Add((calculator, decision.Missing));
                continue;
            }

            awards.Add(new ScreenedAward(award, award.Unmet.Count == 1));
            if (award.Eligible && calculator.CountsInTotal && !award.IsCeiling) total += award.Amount;
        }

        return new ScreeningResult(awards, undecided, total, [NoEntitlement]);
    }
}
