using System.Globalization;

namespace Calculators.Money;

/// <summary>An amount of money in yuan, exact.</summary>
public readonly record struct Yuan : IComparable<Yuan>
{
    /// <summary>The greatest amount that any input may have: 9,999,999,999,999.99.</summary>
    public static readonly Yuan Greatest = new(9_999_999_999_999.99m);

    /// <summary>Nothing.</summary>
    public static readonly Yuan Zero = new(0m);

    private Yuan(decimal amount) => Amount = amount;

    /// <summary>The amount in yuan.</summary>
    public decimal Amount { get; }

    /// <summary>So many yuan.</summary>
    public static Yuan Of(decimal yuan) => new(yuan);

    /// <summary>So many times 10,000 yuan, as the documents write amounts.</summary>
    public static Yuan Wan(decimal wan) => new(wan * 10_000m);

    /// <summary>So many times 100,000,000 yuan.</summary>
    public static Yuan Yi(decimal yi) => new(yi * 100_000_000m);

    /// <summary>
    /// Reads plain digits, at most two of them behind the point: 1200.5. No sign, exponent, separator or white space.
    /// </summary>
    /// <returns>Whether the text is such an amount and at most <see cref="Greatest"/>.</returns>
    public static bool TryParse(string? text, out Yuan amount)
    {
        amount = Zero;
        if (string.IsNullOrEmpty(text) || text.Length > 16) return false;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text.Length : point;
        if (whole == 0 || (point >= 0 && text.Length - point - 1 is < 1 or > 2)) return false;
        // 007 is not how an amount is written, and JSON refuses it as well.
        if (whole > 1 && text[0] == '0') return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (i != point && !char.IsAsciiDigit(text[i])) return false;
        }

        amount = new(decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
        return amount <= Greatest;
    }

    /// <summary>This amount, or the ceiling where it is lower.</summary>
    public Yuan AtMost(Yuan ceiling) => this <= ceiling ? this : ceiling;

    /// <summary>Rounded half up to the fen.</summary>
    public Yuan Round() => new(decimal.Round(Amount, 2, MidpointRounding.AwayFromZero));

    /// <summary>Without the part of a fen.</summary>
    public Yuan RoundDown() => new(decimal.Round(Amount, 2, MidpointRounding.ToZero));

    /// <inheritdoc />
    public int CompareTo(Yuan other) => Amount.CompareTo(other.Amount);

    /// <summary>The amount without trailing zeros, in plain digits.</summary>
    public override string ToString() => Amount.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Adds.</summary>
    public static Yuan operator +(Yuan left, Yuan right) => new(left.Amount + right.Amount);

    /// <summary>Subtracts.</summary>
    public static Yuan operator -(Yuan left, Yuan right) => new(left.Amount - right.Amount);

    /// <summary>The share of an amount that a rate gives, not yet rounded.</summary>
    public static Yuan operator *(Yuan amount, Rate rate) => new(amount.Amount * rate.Percent / 100m);

    /// <summary>Compares.</summary>
    public static bool operator <(Yuan left, Yuan right) => left.Amount < right.Amount;

    /// <summary>Compares.</summary>
    public static bool operator >(Yuan left, Yuan right) => left.Amount > right.Amount;

    /// <summary>Compares.</summary>
    public static bool operator <=(Yuan left, Yuan right) => left.Amount <= right.Amount;

    /// <summary>Compares.</summary>
    public static bool operator >=(Yuan left, Yuan right) => left.Amount >= right.Amount;
}
