using Knowledge.Text;

namespace Bot.Privacy;

/// <summary>A few neighbouring groups of digits, read as one number: 138 0013 8000. No more than a card's worth of them.</summary>
internal ref struct DigitRun
{
    internal const int MostGroups = 5;
    internal const int MostDigits = 32;
    private readonly Span<char> digits;
    private readonly Span<int> lengths;

    internal DigitRun(Span<char> digits, Span<int> lengths)
    {
        this.digits = digits;
        this.lengths = lengths;
    }

    /// <summary>The digits without what parts them; a check sign X is the last of them.</summary>
    internal readonly ReadOnlySpan<char> Digits => digits[..Count];

    /// <summary>How many digits each group has.</summary>
    internal readonly ReadOnlySpan<int> Groups => lengths[..GroupCount];

    /// <summary>Where it stands in the normalised text.</summary>
    internal TextSpan Span { get; private set; }

    private int Count { get; set; }

    private int GroupCount { get; set; }

    /// <summary>Takes the groups; false where they hold more digits than anything personal does.</summary>
    internal bool Take(string text, ReadOnlySpan<TextSpan> groups)
    {
        (Count, GroupCount) = (0, groups.Length);
        for (var g = 0; g < groups.Length; g++)
        {
            var group = groups[g];
            if (Count + group.Length > MostDigits - 1) return false;
            for (var i = group.Start; i < group.End; i++) digits[Count++] = Digit(text[i]);
            lengths[g] = group.Length;
        }

        var end = groups[^1].End;
        if (Count == Identity.Length - 1 && end < text.Length && text[end] == 'x' && (end + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[end + 1])))
        {
            digits[Count++] = 'x';
            lengths[groups.Length - 1]++;
            end++;
        }

        Span = new TextSpan(groups[0].Start, end - groups[0].Start);
        return true;
    }

    /// <summary>Whether the character is a digit: an Arabic one, or a Chinese one as telephone numbers are read out.</summary>
    internal static bool IsDigit(char c, bool chinese) => chinese ? Chinese.Contains(c, StringComparison.Ordinal) : char.IsAsciiDigit(c);

    /// <summary>What may stand between two groups of one number.</summary>
    internal static bool IsSeparator(char c) => c is ' ' or '-' or '–' or '—' or ')' or '·';

    private const string Chinese = "零一二三四五六七八九〇幺";

    private static char Digit(char c) => c switch
    {
        'x' => 'x',
        '〇' => '0',
        '幺' => '1',
        _ when char.IsAsciiDigit(c) => c,
        _ => (char)('0' + Chinese.IndexOf(c, StringComparison.Ordinal)),
    };
}
