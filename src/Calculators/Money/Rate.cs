using System.Globalization;

namespace Calculators.Money;

/// <summary>A rate in percent, exact.</summary>
public readonly record struct Rate
{
    private Rate(decimal percent) => Percent = percent;

    /// <summary>The rate in percent: 2 for 2%.</summary>
    public decimal Percent { get; }

    /// <summary>As the documents write it: 2%.</summary>
    public string Chinese() => Percent.ToString("0.####", CultureInfo.InvariantCulture) + "%";

    /// <summary>So many percent.</summary>
    public static Rate Of(decimal percent) => new(percent);
}
