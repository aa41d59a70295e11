namespace Knowledge.Text;

/// <summary>Finds the dates of a text and their parts: 2025年10月16日, 2025-10-16, 10月27日, 2023年底, 19年.</summary>
public static class DateReader
{
    /// <summary>The dates of a text, in order; spans point into the text as it was passed.</summary>
    /// <param name="text">Any text, normalised or not.</param>
    public static IReadOnlyList<DateReading> Read(string text)
    {
        var normal = Normaliser.Normalise(text);
        return [.. Read(normal).Select(date => date with { Span = normal.Origin(date.Span) })];
    }

    /// <summary>The dates of a text that is normalised already; spans point into <see cref="NormalisedText.Text"/>.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<DateReading> Read(NormalisedText text)
    {
        return Read(text, NumberReader.Read(text));
    }

    /// <summary>The dates of a text whose numerals are read already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parts">All its numerals, in order.</param>
    public static IReadOnlyList<DateReading> Read(NormalisedText text, IReadOnlyList<NumberReading> parts)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(parts);
        List<DateReading>? dates = null;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Kind != NumberKind.DatePart) continue;
            var date = With(new DateReading(parts[i].Span, null, null, null), parts[i]);
            while (i + 1 < parts.Count && Continues(text.Text, parts[i], parts[i + 1])) date = With(date, parts[++i]);
            (dates ??= []).Add(ToTheEnd(text.Text, date));
        }

        return dates ?? (IReadOnlyList<DateReading>)[];
    }

    // A month goes with the year before it and a day with the month, with nothing between but the separator of 2025-10-16.
    private static bool Continues(string text, NumberReading part, NumberReading next) =>
        next.Kind == NumberKind.DatePart
        && (part.Unit, next.Unit) is ("年", "月") or ("月", "日")
        && (next.Span.Start == part.Span.End
            || (next.Span.Start == part.Span.End + 1 && text[part.Span.End] is '-' or '/' or '.'));

    private static DateReading With(DateReading date, NumberReading part)
    {
        var value = decimal.ToInt32(part.Value);
        var whole = date with { Span = new TextSpan(date.Span.Start, part.Span.End - date.Span.Start) };
        return part.Unit switch
        {
            "年" => whole with { Year = value },
            "月" => whole with { Month = value },
            _ => whole with { Day = value },
        };
    }

    // 2023年底 is its last day, 10月底 that of the month.
    private static DateReading ToTheEnd(string text, DateReading date)
    {
        var end = date.Span.End;
        if (date.Day is not null || end >= text.Length || text[end] is not ('底' or '末')) return date;
        var whole = date with { Span = new TextSpan(date.Span.Start, date.Span.Length + 1) };
        if (date.Month is not { } month) return whole with { Month = 12, Day = 31 };

        // February's last day needs its year.
        return date.Year is null && month == 2 ? date : whole with { Day = DateTime.DaysInMonth(date.Year ?? 2000, month) };
    }
}
