using Calculators.Awards;
using Calculators.Rules;

namespace Calculators.Money;

/// <summary>Says who pays an award.</summary>
internal static class Shares
{
    private const string City = "市级财政";
    private const string County = "县级财政";

    /// <summary>The county pays all of it.</summary>
    internal static IReadOnlyList<Share> OfCounty(Yuan total) => [new(County, total)];

    /// <summary>City and county pay, each at the rate that the clause states; they add up to the total exactly.</summary>
    /// <param name="total">Rounded to the fen.</param>
    /// <param name="each">What each of the two bears: 50%.</param>
    internal static IReadOnlyList<Share> OfCityAndCounty(Yuan total, Rate each)
    {
        // The clauses do not say who takes an odd fen; the contract gives it to the county.
        var city = (total * each).RoundDown();
        return [new(City, city), new(County, total - city)];
    }

    /// <summary>「市级财政12万元、县级财政12万元」.</summary>
    internal static string Chinese(this IReadOnlyList<Share> shares) => string.Join("、", shares.Select(s => s.Payer + s.Amount.Chinese()));

    /// <summary>The caveat where the halves differ by a fen; nothing otherwise.</summary>
    internal static IReadOnlyList<Caveat> OddFen(this IReadOnlyList<Share> shares, Quote quote) =>
        shares.Select(share => share.Amount).Distinct().Count() > 1
            ? [new Caveat(CaveatCodes.OddFen, "总额不能平分到分，条文没有写明零头由谁承担，这里计入县级财政。", quote)]
            : [];
}
