namespace Knowledge.Text;

/// <summary>Joins 「500万到800万」, 「5—10家」, 「500到800万」 and 「2022—2023年」.</summary>
internal static class Ranges
{
    /// <summary>Widens the first to the whole range where a second one follows; for dates gives the second as well.</summary>
    internal static bool TryJoin(NormalisedText source, ref Found first, out Found second)
    {
        var text = source.Text;
        second = default;
        var at = first.End < text.Length && text[first.End] == ' ' ? first.End + 1 : first.End;
        if (at >= text.Length || !IsConnector(text[at])) return false;
        var sign = text[at] is not ('到' or '至');
        at++;
        if (at < text.Length && sign && IsConnector(text[at])) at++;
        if (at < text.Length && text[at] is ' ' or '第') at++;
        if (at >= text.Length || !(Digits.IsNumeral(text[at]) || text[at] is '.' or '¥') || first.IsNegative) return false;
        if (text[at] == '¥') at++;
        if (at >= text.Length || !FoundReader.TryRead(source, at, out second)) return false;
        if (first.Kind == NumberKind.DatePart || second.Kind == NumberKind.DatePart) return Dates(ref first, second);
        if (sign && first.Kind == NumberKind.Number && second.Kind == NumberKind.Number && IsCode(text, first, second)) return false;
        if (!Share(ref first, ref second)) return false;
        if (first.Low >= second.High) return false;
        first.High = second.High;
        first.End = second.End;
        first.Kind = second.Kind == NumberKind.Number || first.Kind == NumberKind.Ordinal ? first.Kind : second.Kind;
        first.Unit = second.Unit.Length > 0 ? second.Unit : first.Unit;
        first.NeedsContext = second.NeedsContext && first.NeedsContext;
        first.Numeral.IsPair = true;
        first.Numeral.IsOpen |= second.Numeral.IsOpen;
        second = default;
        return true;
    }

    private static bool IsConnector(char c) => c is '到' or '至' or '-' or '–' or '—' or '―' or '~' or '〜' or '∼' or '−';

    // Each date part stands for itself.
    private static bool Dates(ref Found first, in Found second)
    {
        if (first.Kind == NumberKind.DatePart) return second.Kind == NumberKind.DatePart && first.Unit == second.Unit;
        if (first.Kind != NumberKind.Number || DateUnits.Shared(second.Unit, first.Numeral) is not { } value) return false;
        first.Kind = NumberKind.DatePart;
        first.Unit = second.Unit;
        first.Low = first.High = value;
        first.NeedsContext = false;
        return true;
    }

    // The unit and the scale of the second serve the first, where it has none: 「三到五成」, 「500到800万」, 「5到8千万」.
    private static bool Share(ref Found first, ref Found second)
    {
        if (second.Kind == NumberKind.Fraction || first.Kind == NumberKind.Fraction) return false;
        if (first.Kind == NumberKind.Number || (first.Kind == NumberKind.Percent && second.Kind == NumberKind.Number))
        {
            var (a, b) = (first.Numeral, second.Numeral);
            var scale = 1m;
            if (a.Scale == 1 && a.Value < 10 && a.IsPlain && b.IsOneFigure && !b.IsPlain && b.Lead > a.Value) scale = b.Value / b.Lead;
            else if (a.Scale == 1 && b.Scale > 1)
            {
                // 「500到1亿」 says no unit that fits.
                if (a.Value >= b.Value / b.Scale) return false;
                scale = b.Scale;
            }

            var factor = first.Kind == NumberKind.Percent ? first.Factor : second.Factor;
            if (first.Kind == NumberKind.Percent) (second.Low, second.High, second.Unit) = (b.Value * factor, b.High * factor, "%");
            else (first.Low, first.High) = (a.Value * scale * factor, a.High * scale * factor);
            return first.Kind == NumberKind.Number || second.NeedsContext || b.IsPlain;
        }

        // 「第一次到5000万」: what is reached the first time, no place in a row.
        const decimal mostPlaces = 1000m;
        if (first.Kind == NumberKind.Ordinal && first.Unit.Length > 0 && second.Numeral.Value >= mostPlaces) return false;
        return second.Kind == NumberKind.Number && first.Kind != NumberKind.Count
            || (first.Kind == second.Kind && first.Unit == second.Unit)
            || (first.Kind == NumberKind.Ordinal && second.Kind == NumberKind.Count && first.Unit is "" && second.Unit.Length > 0)
            || (first.Kind == NumberKind.Ordinal && second.Kind == NumberKind.Count && first.Unit == second.Unit);
    }

    // 0797-2831234, 138-1234-5678 and 3-2 are no ranges.
    private static bool IsCode(string text, in Found first, in Found second)
    {
        if (first.Numeral.IsPlain && (text[first.Start] == '0' || first.Numeral.Figures > 4)) return first.Numeral.Value >= 1;
        if (first.Start > 0 && text[first.Start - 1] is '-' or '/') return true;
        return second.End < text.Length && text[second.End] is '-' or '/';
    }
}
