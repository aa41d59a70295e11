using Calculators.Awards;
using Calculators.Money;

namespace Calculators.Rules;

/// <summary>The kinds of condition that the documents set.</summary>
internal static class Conditions
{
    /// <summary>The answer must be yes.</summary>
    internal static Condition Yes(YesNoInput input, string condition, Quote quote) => Answer(input, true, condition, quote);

    /// <summary>The answer must be no.</summary>
    internal static Condition No(YesNoInput input, string condition, Quote quote) => Answer(input, false, condition, quote);

    /// <summary>A number of things must reach a threshold; the threshold itself counts.</summary>
    internal static Condition AtLeast(CountInput input, Stated<int> threshold) => new([input], facts =>
    {
        var gap = threshold.Value - facts[input];
        var unit = input.Units[0];
        return gap <= 0
            ? null
            : new($"{input.Label}须达到{threshold.Value}{unit}以上（含{threshold.Value}{unit}），目前{facts[input]}{unit}，还差{gap}{unit}。", input.Name, gap, threshold.Quote);
    });

    /// <summary>An amount must reach a threshold; the threshold itself counts.</summary>
    internal static Condition AtLeast(MoneyInput input, Stated<Yuan> threshold) => new([input], facts =>
    {
        var gap = threshold.Value - facts[input];
        return gap <= Yuan.Zero
            ? null
            : new(
                $"{input.Label}须达到{threshold.Value.Chinese()}以上（含本数），目前{facts[input].Chinese()}，还差{gap.Chinese()}。",
                input.Name,
                gap.Amount,
                threshold.Quote);
    });

    /// <summary>There must be something to reckon from.</summary>
    internal static Condition Positive(MoneyInput input, Quote quote) => new(
        [input],
        facts => facts[input] > Yuan.Zero ? null : new($"{input.Label}须大于0元，否则没有计算奖励的基数。", input.Name, null, quote));

    private static Condition Answer(YesNoInput input, bool wanted, string condition, Quote quote) =>
        new([input], facts => facts[input] == wanted ? null : new Unmet(condition, input.Name, null, quote));
}
