using Calculators.Rules;

namespace Bot.Hosting;

/// <summary>What differs between the program and its tests.</summary>
/// <param name="Catalogue">The calculators.</param>
/// <param name="Time">The clock.</param>
internal sealed record Parts(Catalogue Catalogue, TimeProvider Time)
{
    /// <summary>The program as it is shipped.</summary>
    internal static Parts Default => new(Catalogue.Default, TimeProvider.System);
}
