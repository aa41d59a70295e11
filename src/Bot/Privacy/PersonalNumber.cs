namespace Bot.Privacy;

/// <summary>What a number looks like by itself.</summary>
internal enum PersonalNumber
{
    /// <summary>Nothing that belongs to a person.</summary>
    None,

    /// <summary>A mobile number. An amount of money may look the same: 13800138000.</summary>
    Mobile,

    /// <summary>A number of the fixed network, with its area code.</summary>
    Landline,

    /// <summary>An identity number.</summary>
    Identity,

    /// <summary>A bank card.</summary>
    Card,
}

/// <summary>Tells personal numbers by length, grouping, first digits and check digits.</summary>
internal static class PersonalNumbers
{
    private static readonly int[][] Mobiles = [[11], [3, 4, 4], [3, 8], [7, 4], [4, 4, 3], [4, 3, 4], [3, 3, 5]];

    internal static PersonalNumber Of(in DigitRun run)
    {
        var digits = run.Digits;
        var groups = run.Groups;
        if (IsMobile(digits, groups)) return PersonalNumber.Mobile;
        if (IsLandline(digits, groups)) return PersonalNumber.Landline;
        if (Identity.Is(digits) && (groups.Length == 1 || groups.SequenceEqual([6, 8, 4]) || groups.SequenceEqual([6, 6, 3]))) return PersonalNumber.Identity;
        return IsCard(digits, groups) ? PersonalNumber.Card : PersonalNumber.None;
    }

    private static bool IsMobile(ReadOnlySpan<char> digits, ReadOnlySpan<int> groups)
    {
        var country = digits.StartsWith("0086") ? 4 : digits.StartsWith("86") ? 2 : 0;
        if (digits.Length != 11 + country) return false;
        digits = digits[country..];
        if (digits[0] != '1' || digits[1] < '3') return false;
        // The country's number stands alone or is written on to the first group.
        if (country > 0 && groups[0] == country) return IsOneOf(groups[1..], 0);
        return IsOneOf(groups, country);
    }

    private static bool IsOneOf(ReadOnlySpan<int> groups, int country)
    {
        foreach (var form in Mobiles)
        {
            if (groups.Length == form.Length && groups[0] == form[0] + country && groups[1..].SequenceEqual(form.AsSpan(1))) return true;
        }

        return false;
    }

    // 0797-2831234, 010 8888 8888, 07972831234: no amount begins with a nought.
    private static bool IsLandline(ReadOnlySpan<char> digits, ReadOnlySpan<int> groups)
    {
        if (digits.Length is < 10 or > 12 || digits[0] != '0' || digits[1] == '0') return false;
        return groups.Length == 1
            || (groups[0] is 3 or 4 && ((groups.Length == 2 && groups[1] is 7 or 8) || (groups.Length == 3 && groups[1] is 3 or 4 && groups[2] == 4)));
    }

    private static bool IsCard(ReadOnlySpan<char> digits, ReadOnlySpan<int> groups)
    {
        if (digits.Length is < 16 or > 19 || digits[^1] == 'x' || digits[0] is '0' or '1' or '2') return false;
        if (groups.Length > 1 && (groups.Length < 4 || groups[..^1].ContainsAnyExcept(4))) return false;
        // Luhn: every second digit from the right counts double, its digits added.
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 1) value = value < 5 ? value * 2 : (value * 2) - 9;
            sum += value;
        }

        return sum % 10 == 0;
    }
}
