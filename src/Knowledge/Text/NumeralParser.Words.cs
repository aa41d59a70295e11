namespace Knowledge.Text;

// The words inside a numeral: 几, 多, 余, 来, 个, 点 and the letters k, w and m.
internal ref partial struct NumeralParser
{
    private static readonly WordTable LatinUnits = new("k", "w", "m", "mil", "mn", "million", "millions", "bn", "billion", "thousand");

    // 几百万, 二十几万, 一百零几万; 数 only before a unit.
    private bool Some(char c)
    {
        if (hasFigure || (c == '数' && at != start)) return false;
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        if (at == start && Digits.SmallUnit(next) == 0 && Digits.BigUnit(next) == 0) return false;
        if (at == start && next is '兆') return false;
        numeral.IsOpen = true;
        var opening = at == start;
        Take(upper ? 10 : opening ? 1 : 0, 1, at + 1);
        afterZero = true;
        return true;
    }

    // 一千多万, 十余万, 五百来万, 300多: what is meant lies before the next step of the last figure.
    private bool Inside(char c)
    {
        if (at == start || numeral.IsOpen || numeral.IsAbout || (!hasFigure && lastUnit == 0)) return false;
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        var individual = next == '个' && at + 2 < text.Length && Digits.BigUnit(text[at + 2]) > 0;
        var unit = Digits.BigUnit(next) > 0 || individual;
        if (c == '来' && !unit && Measures.At(text, at + 1) is null && next is not ('块' or '元')) return false;

        // After a single figure 多 belongs to what follows (两多…); after ten and more, or a unit, to the numeral.
        if (hasFigure && lastUnit == 0 && (!isArabic || (figure < 10 && !unit))) return false;
        if (c == '来') numeral.IsAbout = true;
        else numeral.IsOpen = true;
        if (upper && hasFigure) figure += StepOf(figure);
        else if (upper) section += step;
        afterZero = true;
        at++;
        return unit;
    }

    // The place of the last figure that is not nought: 1 for 1505, 100 for 1500, 0.1 for 1.2.
    private static decimal StepOf(decimal value)
    {
        var step = 1m;
        while (value % step != 0) step /= 10;
        while (value > 0 && value % (step * 10) == 0) step *= 10;
        return step;
    }

    // 两个亿, 1.2个亿, 十个亿, 两个半亿, 3个千万.
    private bool Individual()
    {
        if (total > 0 || (!hasFigure && !sectionOpen)) return false;
        var next = at + 1;
        var half = next < text.Length && text[next] == '半';
        if (half) next++;
        var unit = 1m;
        var end = next;
        while (end < text.Length && end < next + 2 && (Digits.SmallUnit(text[end]) > 10 || Digits.BigUnit(text[end]) > 0))
        {
            unit *= Digits.SmallUnit(text[end]) is > 0 and var small ? small : Digits.BigUnit(text[end]);
            end++;
        }

        if (unit < Digits.Wan || (end < text.Length && text[end] is '级' or '户' or '家' or '人')) return false;
        section += (hasFigure ? figure : 0) + (half ? 0.5m : 0);
        if (section >= Digits.Limit / unit) return Fail();
        total = section * unit;
        section = 0;
        scale = unit;
        numeral.IsPlain = false;
        hasFigure = sectionOpen = false;
        lastBig = lastUnit = unit;
        at = end;
        return true;
    }

    // 二点五亿, 四百点五; 「十点」 and 「三点二十分」 are times.
    private bool Point()
    {
        if (hasPoint || numeral.IsOpen || numeral.IsPair || (hasFigure && isArabic && !HasArabicPoint()) || (!hasFigure && lastUnit == 0)) return false;
        var end = at + 1;
        var (value, place) = (0m, 1m);
        while (end < text.Length && FigureAt(end) is >= 0 and var digit)
        {
            if (place > 1e-20m)
            {
                place /= 10;
                value += digit * place;
            }

            end++;
        }

        if (hasFigure && isArabic && end > at + 2) return false;
        if (end == at + 1 || (end < text.Length && text[end] is '十' or '拾' or '分' or '钟' or '刻')) return false;
        if (hasFigure && lastUnit > 10 && figureCount == 1 && !afterZero) figure *= lastUnit / 10;
        if (!hasFigure) figureStart = at;
        figure = (hasFigure ? figure : 0) + value;
        hasFigure = hasPoint = true;
        isArabic = true;
        figureCount = 2;
        afterZero = true;
        if (numeral.IsPlain) numeral.Lead = figure;
        at = end;
        return true;
    }

    private readonly bool HasArabicPoint() => at + 1 < text.Length && Digits.IsArabic(text[at + 1]) && figure < 100;

    private readonly int FigureAt(int place) => Digits.IsArabic(text[place]) ? text[place] - '0' : Digits.Chinese(text[place]);

    // 3000w, 40k, 2.5 m, 6.8 million: a letter or an English word that stands alone behind Arabic figures; 3千5百w, 五百w: w for 万 behind any.
    private bool Letter()
    {
        var isWan = text[at] == 'w' && (sectionOpen || (hasFigure && !isArabic));
        if (!isWan && (!hasFigure || !isArabic || lastUnit > 0)) return false;
        if (isWan) return !Digits.IsLatinOrArabic(text, at + 1) && Big(Digits.Wan);
        var letter = text[at] == ' ' ? at + 1 : at;
        if (LatinUnits.At(text, letter) is not { } word || Digits.IsLatinOrArabic(text, letter + word.Length)) return false;
        var unit = word[0] switch { 'k' or 't' => 1000m, 'w' => Digits.Wan, 'b' => 1_000_000_000m, _ => 1_000_000m };
        if (figure >= Digits.Limit / unit) return Fail();
        total = figure * unit;
        scale = unit;
        numeral.IsPlain = false;
        hasFigure = false;
        at = letter + word.Length;
        return false;
    }
}
