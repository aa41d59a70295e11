using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Awards;

/// <summary>What a calculator found.</summary>
/// <param name="Calculator">The calculator's name.</param>
/// <param name="Eligible">Whether every condition that code can judge is met.</param>
/// <param name="Amount">Yuan, rounded to the fen; 0 where not eligible.</param>
public sealed record Award(string Calculator, bool Eligible, Yuan Amount)
{
    /// <summary>Whether <see cref="Amount"/> is the most that may be granted, not the grant itself.</summary>
    public bool IsCeiling { get; init; }

    /// <summary>Who pays how much; empty where the clause does not say, or nothing is paid. They add up to the amount.</summary>
    public IReadOnlyList<Share> Shares { get; init; } = [];

    /// <summary>The reckoning, in order.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>Every condition that is not met.</summary>
    public IReadOnlyList<Unmet> Unmet { get; init; } = [];

    /// <summary>What the asker should know beside the figure.</summary>
    public IReadOnlyList<Caveat> Caveats { get; init; } = [];

    /// <summary>The quotes that the result rests on, the one that decides it first.</summary>
    public IReadOnlyList<Quote> Quotes { get; init; } = [];

    /// <summary>What one changed field would give; null where none would, or several must change.</summary>
    public NextTier? Next { get; init; }

    /// <summary>The readings that the text leaves open for these very inputs, the one taken first; empty where it leaves none.</summary>
    public IReadOnlyList<Reading> Readings { get; init; } = [];

    /// <summary>Housing places a year, where that is what is given.</summary>
    public int? Places { get; init; }

    /// <summary>The most that is paid in the first year.</summary>
    public Yuan? FirstYearCeiling { get; init; }

    /// <summary>What is left of the ceiling after the first year.</summary>
    public Yuan? Remainder { get; init; }

    /// <summary>The awards that are not paid beside the highest one.</summary>
    public IReadOnlyList<NamedAmount>? NotStacked { get; init; }
}

/// <summary>Who pays how much of an award.</summary>
public sealed record Share(string Payer, Yuan Amount);

/// <summary>A step of the reckoning, in Chinese, with the words that it rests on.</summary>
/// <param name="Text">A sentence, complete in itself.</param>
/// <param name="Value">The amount that the step gives; null where it gives none.</param>
/// <param name="Quote">The words.</param>
public sealed record Step(string Text, Yuan? Value, Quote Quote);

/// <summary>A condition that is not met.</summary>
/// <param name="Condition">The condition in Chinese, complete in itself.</param>
/// <param name="Field">The input that fails it.</param>
/// <param name="Gap">How much is missing (things or yuan); null where it is no number.</param>
/// <param name="Quote">The words that set it.</param>
public sealed record Unmet(string Condition, string Field, decimal? Gap, Quote Quote);

/// <summary>Something that the text leaves open or that people judge.</summary>
/// <param name="Code">A stable name, listed in docs/open-questions.md.</param>
/// <param name="Text">A sentence in Chinese.</param>
/// <param name="Quote">The words that leave it open; null where the text is silent.</param>
public sealed record Caveat(string Code, string Text, Quote? Quote);

/// <summary>What one changed field would give.</summary>
/// <param name="Field">The input to change.</param>
/// <param name="Needed">Its new value: a count or yuan.</param>
/// <param name="Amount">What would then be awarded, found by running the calculator.</param>
/// <param name="Text">A sentence in Chinese.</param>
public sealed record NextTier(string Field, decimal Needed, Yuan Amount, string Text);

/// <summary>One way to read a clause that leaves the amount open.</summary>
/// <param name="Name">What the reading takes: 按最高一档, 各档相加.</param>
/// <param name="Amount">What it gives.</param>
/// <param name="Quote">The words that leave it open.</param>
public sealed record Reading(string Name, Yuan Amount, Quote Quote);
