namespace Knowledge.Text;

/// <summary>What a numeral in a text says.</summary>
public enum NumberKind
{
    /// <summary>A bare number without a unit: 18, 三百, 1.2亿.</summary>
    Number,

    /// <summary>A number of things with its measure word: 18家, 十个, 三项.</summary>
    Count,

    /// <summary>An amount of money in yuan: 25万元, 三块五, 人民币贰佰万元整, ￥300.</summary>
    Money,

    /// <summary>A share in percent: 5%, 百分之五, 五个点, 三成. The value is in percent: 5 for 5%.</summary>
    Percent,

    /// <summary>A fraction: 五分之一. The value is the quotient.</summary>
    Fraction,

    /// <summary>A place in a list: 第七, 第3. The value is the rank.</summary>
    Ordinal,

    /// <summary>A part of a date: 2025年, 10月, 27日. <see cref="NumberReading.Unit"/> is 年, 月 or 日.</summary>
    DatePart,
}

/// <summary>How far a numeral can be relied upon.</summary>
public enum NumberPrecision
{
    /// <summary>Exactly this value.</summary>
    Exact,

    /// <summary>About this value: 大概500万, 五百来万, 一千多万, 近1亿.</summary>
    Approximate,

    /// <summary>Somewhere between two values: 500万到800万.</summary>
    Range,

    /// <summary>This value or more: 1000万以上, 超过1000万, 不低于10家.</summary>
    AtLeast,

    /// <summary>This value or less: 不超过50万, 最高100万, 不到1亿, 500万以下.</summary>
    AtMost,
}

/// <summary>One numeral of a text, as read.</summary>
/// <param name="Span">Where it stands in the text that was read, with its unit; the words that bound it (不超过, 以上, 大概) are not part of it.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Value">Its value: yuan for money, percent for percents; for a range its lower end, for an approximation its base (500万 for 五百来万).</param>
/// <param name="Unit">The unit or measure word as normalised (元, 家, %, 年, …); empty where there is none.</param>
/// <param name="Precision">How far it can be relied upon.</param>
/// <param name="Low">The least value meant; null where nothing bounds it below. Equal to <paramref name="Value"/> where exact.</param>
/// <param name="High">The greatest value meant; null where nothing bounds it above. Equal to <paramref name="Value"/> where exact.</param>
public sealed record NumberReading(
    TextSpan Span,
    NumberKind Kind,
    decimal Value,
    string Unit,
    NumberPrecision Precision,
    decimal? Low,
    decimal? High)
{
    /// <summary>Where it stands in the text that was read, with its unit; the words that bound it (不超过, 以上, 大概) are not part of it.</summary>
    public TextSpan Span { get; internal set; } = Span;

    /// <summary>Whether <see cref="Low"/> itself is not meant: 超过1000万.</summary>
    public bool LowIsOpen { get; init; }

    /// <summary>Whether <see cref="High"/> itself is not meant: 不到1亿, 近1亿, 一千多万.</summary>
    public bool HighIsOpen { get; init; }

    /// <summary>Whether the value may be taken as it stands.</summary>
    public bool IsExact => Precision == NumberPrecision.Exact;
}

/// <summary>A date or a part of one: 2025年10月16日, 2025-10-16, 10月27日, 2023年, 2023年底.</summary>
/// <param name="Span">Where it stands in the text that was read.</param>
/// <param name="Year">The year, where given.</param>
/// <param name="Month">1 … 12, where given.</param>
/// <param name="Day">1 … 31, where given.</param>
public sealed record DateReading(TextSpan Span, int? Year, int? Month, int? Day)
{
    /// <summary>The date where all three parts are given and there is such a day; null otherwise.</summary>
    public DateOnly? Date =>
        Year is { } y && Month is { } m && Day is { } d && y is >= 1 and <= 9999 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;
}
