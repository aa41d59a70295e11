using Knowledge.Text;

namespace Bot.Privacy;

/// <summary>What the number reader makes of a number.</summary>
internal enum Figure
{
    /// <summary>A bare number, or none at all.</summary>
    Bare,

    /// <summary>A bare number with a bound before or behind it: 超过13800138000.</summary>
    Bounded,

    /// <summary>A number of things, a date, a rank.</summary>
    Counted,

    /// <summary>An amount of money, a share, or a figure with 万 or 亿.</summary>
    Money,
}

/// <summary>The figures of a text. Read at first need, since few texts hold a number that looks personal.</summary>
internal sealed class Figures(NormalisedText text)
{
    private IReadOnlyList<NumberReading>? readings;

    /// <summary>What stands there; numbers are asked for in order.</summary>
    internal Figure At(TextSpan span)
    {
        readings ??= NumberReader.Read(text);
        for (var i = First(span.Start); i < readings.Count && readings[i].Span.Start < span.End; i++)
        {
            var reading = readings[i];
            if (reading.Kind is NumberKind.Money or NumberKind.Percent or NumberKind.Fraction) return Figure.Money;
            if (reading.Kind != NumberKind.Number) return Figure.Counted;
            if (reading.Span.End > span.End || reading.Span.Start < span.Start) return Figure.Money;
            if (!reading.IsExact) return Figure.Bounded;
        }

        return Figure.Bare;
    }

    // The first that does not end before.
    private int First(int start)
    {
        var (low, high) = (0, readings!.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (readings[middle].Span.End <= start) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
