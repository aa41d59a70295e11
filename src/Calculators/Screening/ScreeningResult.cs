using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Screening;

/// <summary>An award that a profile decides.</summary>
/// <param name="Award">The award, met or missed.</param>
/// <param name="NearlyMet">Whether exactly one condition is unmet.</param>
public sealed record ScreenedAward(Award Award, bool NearlyMet);

/// <summary>One profile against every calculator.</summary>
/// <param name="Awards">What the profile decides, in the catalogue's order.</param>
/// <param name="Undecided">The calculators that need more, with every required input that is absent.</param>
/// <param name="Total">The sum of the eligible amounts that count; no entitlement.</param>
/// <param name="Caveats">What the sum does not say.</param>
public sealed record ScreeningResult(
    IReadOnlyList<ScreenedAward> Awards,
    IReadOnlyList<(Calculator Calculator, IReadOnlyList<Input> Missing)> Undecided,
    Yuan Total,
    IReadOnlyList<Caveat> Caveats);
