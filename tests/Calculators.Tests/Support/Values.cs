using System.Globalization;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Tests.Support;

/// <summary>Reads the values of a case table.</summary>
internal static class Values
{
    internal static object Read(Input input, string cell) => input switch
    {
        MoneyInput => Money(cell),
        CountInput => int.Parse(cell, CultureInfo.InvariantCulture),
        YesNoInput => cell switch { "yes" => true, "no" => false, _ => throw new FormatException($"{input.Name}: yes or no, not '{cell}'.") },
        DateInput => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        AwardListInput => (IReadOnlyList<NamedAmount>)[.. cell.Split(", ").Select(part => part.Split(' ')).Select(part => new NamedAmount(part[0], Money(part[1])))],
        _ => cell,
    };

    internal static Yuan Money(string cell) => Yuan.TryParse(cell, out var amount) ? amount : throw new FormatException($"'{cell}' is no amount.");

    internal static string Digits(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
