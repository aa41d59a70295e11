using System.Globalization;

namespace Bot.Privacy;

/// <summary>Identity numbers (GB 11643): region, day of birth, serial, and in the present form a check sign.</summary>
internal static class Identity
{
    internal const int Length = 18;
    private const int OldLength = 15;
    private const string CheckSigns = "10x98765432";

    /// <summary>Whether the digits are one; the last of 18 may be an x.</summary>
    internal static bool Is(ReadOnlySpan<char> digits) => digits.Length switch
    {
        Length => IsRegion(digits) && IsDay(digits.Slice(6, 8), "yyyyMMdd") && CheckSign(digits) == digits[^1],
        OldLength => IsRegion(digits) && IsDay(digits.Slice(6, 6), "yyMMdd"),
        _ => false,
    };

    // 11 … 15 the north, 21 … 23, 31 … 37, 41 … 46, 50 … 54, 61 … 65, 71, 81 … 83, 91.
    private static bool IsRegion(ReadOnlySpan<char> digits) => (digits[0], digits[1]) switch
    {
        ('1', >= '1' and <= '5') or ('2', >= '1' and <= '3') or ('3', >= '1' and <= '7') or ('4', >= '1' and <= '6') => true,
        ('5', <= '4') or ('6', >= '1' and <= '5') or ('7', '1') or ('8', >= '1' and <= '3') or ('9', '1') => true,
        _ => false,
    };

    private static bool IsDay(ReadOnlySpan<char> digits, string format) =>
        DateOnly.TryParseExact(digits, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1850 and <= 2150;

    // Weight of the place i from the right is 2^i mod 11.
    private static char CheckSign(ReadOnlySpan<char> digits)
    {
        var (sum, weight) = (0, 1);
        for (var i = Length - 2; i >= 0; i--)
        {
            weight = weight * 2 % 11;
            sum += (digits[i] - '0') * weight;
        }

        return CheckSigns[sum % 11];
    }
}
