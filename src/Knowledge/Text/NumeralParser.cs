namespace Knowledge.Text;

/// <summary>Reads one numeral, figures and units mixed: 1,200万, 1千5百万, 七百六十五万四千, 1亿2, 两个亿, 一千多万, 三五百万.</summary>
/// <remarks>
/// A numeral is a sum of parts with falling units; it ends before the first figure that does not fit. 三五百万 and 几百万 are
/// read twice, once with the lower and once with the upper figure.
/// </remarks>
internal ref partial struct NumeralParser
{
    private readonly NormalisedText source;
    private readonly string text;
    private readonly bool upper;
    private readonly int start;
    private Numeral numeral;
    private int at;

    // total: parts up to a big unit; section: parts up to 千 after it; figure: read and not yet used.
    private decimal total, section, figure, lastUnit, lastBig, scale, step = 1;
    private int lastSmall, figureCount, figureStart;
    private bool hasFigure, hasPoint, afterZero, isArabic, sectionOpen;

    private NumeralParser(NormalisedText source, int start, bool upper)
    {
        this.source = source;
        this.upper = upper;
        this.start = start;
        text = source.Text;
        at = start;
        lastSmall = int.MaxValue;
        lastBig = decimal.MaxValue;
        scale = 1;
        numeral.Scale = 1;
    }

    /// <summary>The numeral that begins here; <see cref="Numeral.End"/> is the place itself where none does.</summary>
    internal static Numeral Parse(NormalisedText source, int start)
    {
        var numeral = new NumeralParser(source, start, upper: false).Run();
        numeral.High = numeral.Value;
        if (numeral.IsPair || numeral.IsOpen) numeral.High = new NumeralParser(source, start, upper: true).Run().Value;
        return numeral;
    }

    private Numeral Run()
    {
        while (at < text.Length && Step()) { }
        Finish();
        numeral.End = at;
        numeral.Scale = scale;
        return numeral;
    }

    private bool Step()
    {
        var c = text[at];
        if (Digits.IsArabic(c) || (c == '.' && at == start)) return !hasFigure && Arabic();
        if (Digits.Chinese(c) >= 0) return !hasFigure && Chinese();
        if (Digits.SmallUnit(c) is > 0 and var small) return Small(small);
        if (Digits.BigUnit(c) is > 0 and var big) return Big(big);
        if (Digits.Tens(c) is > 0 and var tens) return !hasFigure && lastSmall > 10 && Tens(tens);
        return c switch
        {
            '几' or '数' => Some(c),
            '多' or '余' or '来' => Inside(c),
            '个' => Individual(),
            '点' => Point(),
            'k' or 'w' or 'm' or 'b' or 't' or ' ' => Letter(),
            _ => false,
        };
    }

    private bool Arabic()
    {
        var value = ArabicFigures.Read(source, at, out var end, out var figures);
        if (value is null)
        {
            // What is too long or no number at all is stepped over as a whole.
            if (at != start) return false;
            at = end;
            return Fail();
        }

        if (at != start && end < text.Length && (Digits.IsLatin(text[end]) || text[end] is '年' or '月' or '日' or '号' or '%')) return false;
        isArabic = true;
        if (at == start) numeral.IsArabic = true;
        Take(value.Value, figures, end);
        hasPoint = text.AsSpan(figureStart, end - figureStart).Contains('.');
        return true;
    }

    private bool Chinese()
    {
        var end = at;
        while (end < text.Length && Digits.Chinese(text[end]) >= 0) end++;
        var begin = at;
        if (at > start && Digits.Chinese(text[at]) == 0)
        {
            while (begin < end && Digits.Chinese(text[begin]) == 0) begin++;
            afterZero = true;
            if (begin == end)
            {
                // 一百零几万, 850万零5千, 一百零十万: the figure follows in another script or not at all.
                if (end >= text.Length || !(Digits.IsNumeral(text[end]) || text[end] == '几')) return false;
                at = end;
                return true;
            }
        }

        isArabic = false;
        var count = end - begin;
        if (count == 1) Take(Digits.Chinese(text[begin]), 1, end);
        else if (count == 2 && IsPair(begin))
        {
            numeral.IsPair = true;
            Take(Digits.Chinese(text[upper ? begin + 1 : begin]), 1, end);
        }
        else if (at > start) Take(Digits.Chinese(text[begin]), 1, begin + 1);
        else if (count > 20)
        {
            at = end;
            return Fail();
        }
        else
        {
            var value = 0m;
            for (var i = begin; i < end; i++) value = (value * 10) + Digits.Chinese(text[i]);
            Take(value, count, end);
        }

        return true;
    }

    // 三四, 七八 and 三五 are two neighbours, 二五 is not; 二三年 may be a year and is left to it.
    private readonly bool IsPair(int at)
    {
        if (text[at] is '零' or '〇' or '○') return false;
        var (a, b) = (Digits.Chinese(text[at]), Digits.Chinese(text[at + 1]));
        if (b != a + 1 && !(a == 3 && b == 5)) return false;
        return !(at + 2 < text.Length && text[at + 2] == '年' && text[at] is '一' or '二');
    }

    private void Take(decimal value, int count, int end)
    {
        if (at == start)
        {
            numeral.Lead = value;
            numeral.IsPlain = true;
            numeral.IsOneFigure = true;
            numeral.Figures = count;
        }
        else numeral.IsOneFigure = false;

        hasFigure = true;
        figure = value;
        figureCount = count;
        figureStart = at;
        at = end;
    }

    private bool Small(int unit)
    {
        if (unit >= lastSmall) return Back();
        if (!hasFigure)
        {
            // 十 alone is 10 everywhere; 百 and 千 only at the head (千万, 百三).
            if (unit == 10 ? sectionOpen && !afterZero && lastSmall < int.MaxValue : at != start && !afterZero) return false;
            if (at == start) numeral.IsBare = unit != 10;
            figure = 1;
        }

        numeral.IsPlain = false;
        if (figure >= Digits.Limit / unit) return Fail();
        step = StepOf(figure) * unit;
        section += figure * unit;
        sectionOpen = true;
        lastSmall = hasPoint ? 1 : unit;
        lastUnit = unit;
        hasFigure = afterZero = false;
        at++;
        return true;
    }

    // 廿一: a figure and its unit in one.
    private bool Tens(int figures)
    {
        Take(figures, 1, at);
        return Small(10);
    }

    private bool Big(decimal unit)
    {
        var part = section + (hasFigure ? figure : 0);
        var open = sectionOpen || hasFigure;
        if (unit > lastBig ? total >= unit : unit == lastBig && open) return Back();
        if (total == 0 && !open)
        {
            if (at != start) return false;
            numeral.IsBare = true;
            part = 1;
        }

        var multiplied = unit >= lastBig ? total + part : part;
        // Checked before anything is multiplied: 90…0亿 would overflow.
        if (multiplied >= Digits.Limit / unit) return Fail();
        step = (hasFigure ? StepOf(figure) : step) * unit;
        total = unit >= lastBig ? multiplied * unit : total + (multiplied * unit);
        scale = unit >= lastBig ? scale * unit : unit;
        if (unit < lastBig && lastBig < decimal.MaxValue) scale = 0;
        numeral.IsPlain = false;
        lastBig = lastUnit = unit;
        section = 0;
        lastSmall = int.MaxValue;
        hasFigure = afterZero = sectionOpen = false;
        at++;
        return true;
    }

    // The figure after the last unit: 三 of 一万三 is 三千, 4000 of 3万4000 is itself.
    private void Finish()
    {
        if (!hasFigure)
        {
            numeral.Value = total + section;
            if (total > 0 && sectionOpen) scale = 0;
            return;
        }

        var whole = numeral.IsPair || numeral.IsOpen;
        if (lastUnit >= 100 && !afterZero && !hasPoint && figureCount == 1 && !whole && figure > 0)
        {
            if (BelongsToMeasure()) Back();
            else figure *= lastUnit / 10;
        }
        else if (lastUnit > 0 && isArabic && !hasPoint && !numeral.IsOpen && (figure >= lastUnit || BelongsToMeasure())) Back();

        if (hasFigure || (total > 0 && sectionOpen)) scale = lastUnit == 0 ? 1 : 0;
        numeral.Value = total + section + (hasFigure ? figure : 0);
    }

    // 「3000万5家」, 「50万一次性」 are two words; in 「三万五块」 the 块 is money.
    private readonly bool BelongsToMeasure() =>
        Idioms.End(text, figureStart) > figureStart
        || (at < text.Length && (text[at] is '%' or '成' or '号' or '等' || Measures.At(text, at) is not (null or "块")));

    // Gives the last figure back: it begins another numeral.
    private bool Back()
    {
        if (hasFigure)
        {
            at = figureStart;
            if (at == start) at = start + 1;
            hasFigure = false;
        }

        return false;
    }

    private bool Fail()
    {
        numeral.IsTooLong = true;
        hasFigure = false;
        while (at < text.Length && Digits.IsNumeral(text[at])) at++;
        return false;
    }
}
