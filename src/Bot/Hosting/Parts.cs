using Calculators.Rules;
using Knowledge.Corpus;

namespace Bot.Hosting;

/// <summary>What differs between the program and its tests.</summary>
/// <param name="Catalogue">The calculators.</param>
/// <param name="Search">Makes the search from the documents and the corpus folder, which holds the lexicon too.</param>
/// <param name="Time">The clock.</param>
internal sealed record Parts(Catalogue Catalogue, Func<DocumentSet, string, IClauseFinder> Search, TimeProvider Time)
{
    /// <summary>The program as it is shipped.</summary>
    internal static Parts Default => new(Catalogue.Default, ClauseFinder.Open, TimeProvider.System);
}
