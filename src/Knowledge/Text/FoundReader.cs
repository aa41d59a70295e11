namespace Knowledge.Text;

/// <summary>Reads the numeral at a place with what belongs to it: 第, a sign, 分之, the unit.</summary>
internal static class FoundReader
{
    /// <summary>What may stand before the figures and belongs to the numeral, apart from the sign of the currency.</summary>
    internal const string Signs = ".第$负-−";

    private static readonly WordTable HalfUnits = new("个亿", "个月", "年", "天", "个小时", "小时", "个百分点", "个点", "个工作日", "个学期", "个");

    /// <summary>What begins at this place; false where it is no numeral.</summary>
    internal static bool TryRead(NormalisedText source, int start, out Found found)
    {
        var text = source.Text;
        found = new Found { Start = start, Unit = "", Factor = 1, Resume = start + 1 };
        if (Idioms.End(text, start) is var idiom && idiom > start) return Resume(ref found, idiom);
        if (text[start] == '半') return Half(text, ref found);
        if (start > 0 && IsOtherWord(text[start], text[start - 1])) return false;
        var numeral = NumeralParser.Parse(source, start);
        if (numeral.IsTooLong || numeral.End == start) return Resume(ref found, Math.Max(numeral.End, start + 1));
        found.Numeral = numeral;
        if (IsIdentifier(text, numeral)) return Resume(ref found, EndOfIdentifier(text, numeral.End));
        if (Is(text, numeral.End, '分') && Is(text, numeral.End + 1, '之') && Fraction(source, ref found)) return true;
        if (Is(text, numeral.End, '又') && Mixed(source, ref found)) return true;
        if (numeral is { IsPlain: true, IsArabic: false, Value: 1 } && Is(text, numeral.End, '半'))
        {
            Set(ref found, numeral.End + 1, NumberKind.Fraction, "", 0.5m, 0.5m);
            return true;
        }

        if (start > 0 && text[start - 1] == '第')
        {
            var measure = Measures.At(text, numeral.End) ?? "";
            found.Start--;
            Set(ref found, numeral.End + measure.Length, NumberKind.Ordinal, measure, numeral.Value, numeral.High);
            return true;
        }

        WithUnit(text, ref found);
        return true;
    }

    // 「人数百」 counts nothing, and 「能拿几万」 and 「多少万元」 ask.
    private static bool IsOtherWord(char first, char before) => first switch
    {
        '数' => char.IsLetter(before) && before is not ('有' or '了' or '达' or '投' or '入' or '约' or '近' or '收'),
        '几' => before is '拿' or '奖' or '补' or '领' or '给' or '发' or '贴' or '哪' or '前' or '后' or '得',
        '百' or '千' or '万' or '亿' => before is '少' or '几' or '多',
        _ => false,
    };

    private static void WithUnit(string text, ref Found found)
    {
        var numeral = found.Numeral;
        var unit = Text.Unit.Read(text, numeral, found.Start);
        found.Factor = unit.Factor;
        Set(ref found, unit.End, unit.Kind, unit.Name, (numeral.Value * unit.Factor) + unit.Extra, (numeral.High * unit.Factor) + unit.Extra);
        Prefix(text, ref found);
        var length = numeral.End - (found.Numeral.IsArabic ? 0 : found.Resume - 1);
        found.NeedsContext = found.Kind == NumberKind.Number && !numeral.IsArabic && (length < 2 || (numeral.IsBare && numeral.Scale != numeral.Value));
    }

    // 人民币 and ¥ make money of a bare number; 负 and a minus that joins nothing turn the sign.
    private static void Prefix(string text, ref Found found)
    {
        if (found.Kind is NumberKind.Number or NumberKind.Money && MoneyUnits.SignStart(text, found.Start) is var sign && sign < found.Start)
        {
            found.Start = sign;
            found.Kind = NumberKind.Money;
            found.Unit = "元";
        }
        else if (found.Kind == NumberKind.Number && Currencies.Before(text, found.Start) is { } currency)
        {
            if (text[found.Start - 1] == '$') found.Start--;
            found.Kind = NumberKind.Count;
            found.Unit = currency;
        }

        var before = found.Start - 1;
        var negative = before >= 0 && (text[before] == '负' || (text[before] is '-' or '−' && (before == 0 || !(char.IsLetterOrDigit(text[before - 1]) || text[before - 1] is ')' or '-' or '〕' or '%'))));
        if (!negative || found.Kind is NumberKind.DatePart or NumberKind.Ordinal) return;
        found.Start--;
        found.IsNegative = true;
        (found.Low, found.High) = (-found.High, -found.Low);
    }

    // 百分之五 is a share in percent; 五分之一 and 一百分之二 are fractions.
    private static bool Fraction(NormalisedText source, ref Found found)
    {
        var whole = found.Numeral;
        var part = NumeralParser.Parse(source, whole.End + 2);
        if (part.End == whole.End + 2 || part.IsTooLong || whole.Value == 0) return false;
        var percent = whole.IsBare;
        found.Factor = (percent ? 100 : 1) / whole.Value;
        Set(ref found, part.End, percent ? NumberKind.Percent : NumberKind.Fraction, percent ? "%" : "", Share(part.Value), Share(part.High));
        found.Numeral = part;
        Prefix(source.Text, ref found);
        return true;

        decimal Share(decimal value) => (percent ? 100 : 1) * value / whole.Value;
    }

    // 一又二分之一.
    private static bool Mixed(NormalisedText source, ref Found found)
    {
        var whole = found.Numeral;
        var under = NumeralParser.Parse(source, whole.End + 1);
        if (under.End == whole.End + 1 || under.Value == 0 || !Is(source.Text, under.End, '分') || !Is(source.Text, under.End + 1, '之')) return false;
        var over = NumeralParser.Parse(source, under.End + 2);
        if (over.End == under.End + 2 || over.IsTooLong) return false;
        Set(ref found, over.End, NumberKind.Fraction, "", whole.Value + (over.Value / under.Value), whole.Value + (over.Value / under.Value));
        Prefix(source.Text, ref found);
        return true;
    }

    // 半成, 半年, 半个亿; 半百 where it is all that is said.
    private static bool Half(string text, ref Found found)
    {
        var at = found.Start + 1;
        if (Is(text, at, '成') && !Is(text, at + 1, '品') && !Is(text, at + 1, '熟')) return Done(ref found, at + 1, NumberKind.Percent, "%", 5);
        if (text is "半百") return Done(ref found, at + 1, NumberKind.Number, "", 50);
        if (HalfUnits.At(text, at) is not { } unit) return false;
        return unit switch
        {
            "个亿" => Is(text, at + 2, '元') ? Done(ref found, at + 3, NumberKind.Money, "元", Digits.Yi / 2) : Done(ref found, at + 2, NumberKind.Number, "", Digits.Yi / 2),
            "个百分点" or "个点" => Done(ref found, at + unit.Length, NumberKind.Percent, "%", 0.5m),
            _ => Done(ref found, at + unit.Length, NumberKind.Count, unit, 0.5m),
        };

        static bool Done(ref Found found, int end, NumberKind kind, string unit, decimal value)
        {
            found.Numeral.End = found.Start + 1;
            Set(ref found, end, kind, unit, value, value);
            return true;
        }
    }

    // 3d, 1080p, 20mb, 12ab: figures of a Latin word.
    private static bool IsIdentifier(string text, in Numeral numeral)
    {
        // 500万vc: behind 万 the Latin word is one of its own.
        if (!numeral.IsArabic || numeral.End >= text.Length || !Digits.IsLatin(text[numeral.End]) || !Digits.IsArabic(text[numeral.End - 1])) return false;
        return MoneyUnits.Read(text, numeral.End) is null && !(Measures.At(text, numeral.End) is { } measure && (numeral.End + measure.Length == text.Length || !Digits.IsLatin(text[numeral.End + measure.Length])));
    }

    private static int EndOfIdentifier(string text, int at)
    {
        while (at < text.Length && (Digits.IsLatin(text[at]) || Digits.IsArabic(text[at]))) at++;
        return at;
    }

    private static void Set(ref Found found, int end, NumberKind kind, string unit, decimal low, decimal high)
    {
        (found.End, found.Kind, found.Unit, found.Low, found.High) = (end, kind, unit, low, high);
    }

    private static bool Resume(ref Found found, int at)
    {
        found.Resume = at;
        return false;
    }

    private static bool Is(string text, int at, char c) => at < text.Length && text[at] == c;
}
