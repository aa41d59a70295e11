using Calculators.Awards;
using Calculators.Money;

namespace Calculators.Rules;

/// <summary>A rate of a base up to a ceiling: how four clauses reckon.</summary>
/// <param name="Base">What the rate is taken of.</param>
/// <param name="Exact">The rate of the base, not capped and not rounded.</param>
/// <param name="Amount">What is paid: capped, then rounded once to the fen.</param>
internal sealed record Proportion(Yuan Base, Yuan Exact, Yuan Amount)
{
    /// <summary>Reckons.</summary>
    internal static Proportion Of(Yuan from, Stated<Rate> rate, Stated<Yuan> ceiling)
    {
        var exact = from * rate.Value;
        return new Proportion(from, exact, exact.AtMost(ceiling.Value).Round());
    }

    /// <summary>The reckoning in words: the rate, then the ceiling and whether it bites.</summary>
    /// <param name="label">What the base is called.</param>
    /// <param name="rate">The rate that was taken.</param>
    /// <param name="ceiling">The ceiling that was set.</param>
    internal IReadOnlyList<Step> Steps(string label, Stated<Rate> rate, Stated<Yuan> ceiling)
    {
        var percent = rate.Value.Chinese();
        var uncapped = Exact.Round();
        return Exact > ceiling.Value
            ?
            [
                new($"{label}{Base.Chinese()}，按{percent}计算为{uncapped.Chinese()}。", uncapped, rate.Quote),
                new($"{uncapped.Chinese()}超过上限，按最高不超过{ceiling.Value.Chinese()}计，为{Amount.Chinese()}。", Amount, ceiling.Quote),
            ]
            :
            [
                new($"{label}{Base.Chinese()}，按{percent}计算为{Amount.Chinese()}。", Amount, rate.Quote),
                new($"没有超过{ceiling.Value.Chinese()}的上限。", null, ceiling.Quote),
            ];
    }
}
