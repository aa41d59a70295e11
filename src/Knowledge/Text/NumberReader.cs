using System.Buffers;

namespace Knowledge.Text;

/// <summary>Finds every numeral of a Chinese text and reads its value.</summary>
/// <remarks>
/// The rules stand in docs/numbers.md. One pass, linear in the text, no regular expressions. Numerals of more than 24 digits or
/// beyond 10²⁴ are not read, nor are figures inside Latin words (5g, pm2.5) and outline numbers (1.2.3). Nothing throws.
/// </remarks>
public static class NumberReader
{
    /// <summary>What a numeral begins with, apart from the signs before it (第, a minus, ¥).</summary>
    internal const string Begin = "0123456789零〇一壹弌二两贰俩弍三叁弎四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿兆半几数廿卅";

    private static readonly SearchValues<char> Beginnings = SearchValues.Create(Begin);

    /// <summary>The numerals of a text, in order; spans point into the text as it was passed.</summary>
    /// <param name="text">Any text, normalised or not.</param>
    public static IReadOnlyList<NumberReading> Read(string text)
    {
        var normal = Normaliser.Normalise(text);
        if (Scan(normal) is not { } readings) return [];
        // Nobody else has seen them yet.
        foreach (var reading in readings) reading.Span = normal.Origin(reading.Span);

        return readings;
    }

    /// <summary>The numerals of a text that is normalised already; spans point into <see cref="NormalisedText.Text"/>.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<NumberReading> Read(NormalisedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Scan(text) ?? (IReadOnlyList<NumberReading>)[];
    }

    // Null where there is none.
    private static List<NumberReading>? Scan(NormalisedText source)
    {
        var text = source.Text;
        List<NumberReading>? readings = null;
        var at = 0;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny(Beginnings);
            if (next < 0) break;
            at += next;
            at = ReadAt(source, at, readings ??= []);
        }

        return readings;
    }

    private static int ReadAt(NormalisedText source, int at, List<NumberReading> readings)
    {
        var text = source.Text;
        if (Digits.IsArabic(text[at]))
        {
            if (Surroundings.EndOfWord(text, at) is var end && end > at) return end;
            if (IsoDates.Length(text, at) is > 0 and var length)
            {
                IsoDates.AddParts(text, at, length, readings);
                return at + length;
            }

            if (at > 0 && text[at - 1] == '.' && (at < 2 || !(char.IsLetterOrDigit(text[at - 2]) || text[at - 2] == '.'))) at--;
        }

        if (!FoundReader.TryRead(source, at, out var found)) return Math.Max(found.Resume, at + 1);
        var joined = Ranges.TryJoin(source, ref found, out var second);
        if (found.NeedsContext && !Surroundings.Stands(text, found)) return Math.Max(found.Numeral.End, at + 1);
        if (Surroundings.IsListMarker(text, found)) return found.End;
        readings.Add(Bounds.Weigh(text, found));
        if (!joined || second.Unit is null) return found.End;
        readings.Add(Bounds.Weigh(text, second));
        return second.End;
    }
}
