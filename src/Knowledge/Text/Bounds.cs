namespace Knowledge.Text;

/// <summary>The words before and behind a numeral that say how far it holds.</summary>
internal static class Bounds
{
    private static readonly WordTable Fillers = new("为", "是", "达", "达到", "了", "可达", "给予", "给", "奖励", "奖补", "奖", "补助", "补贴", "只有", "有", "拿", "能拿");
    private static readonly WordTable AtLeast = new("不低于", "不少于", "不小于", "不低过", "至少", "最少", "最低", "起码", "不下", "满", "≥", ">=", "达到或超过");
    private static readonly WordTable Over = new("超过", "超出", "超", "突破", "破", "过", "多于", "高于", "大于", "逾", "上", "不止", ">");
    private static readonly WordTable AtMost = new("不超过", "不超", "未超过", "没超过", "没有超过", "没过", "不高于", "不多于", "不大于", "最高", "最多", "至多", "顶多", "上限", "≤", "<=");
    private static readonly WordTable Under = new("不到", "不足", "低于", "少于", "小于", "未达到", "未达", "没达到", "没有达到", "没到", "没有到", "达不到", "不满", "未满", "<");
    private static readonly WordTable About = new("大概", "大约", "约", "约莫", "约摸", "差不多", "估计", "大致", "左右", "大体");
    private static readonly WordTable Nearly = new("近", "将近", "接近", "差一点", "差点", "快", "快到", "几近", "临近", "逼近", "就差一点");
    private static readonly WordTable Including = new("(含)", "含", "(含本数)", "及", "或", "(含)及", "含及", "及其");
    private static readonly WordTable Above = new("以上", "往上", "起步", "朝上", "或更多", "打底");
    private static readonly WordTable Below = new("以下", "以内", "之内", "封顶", "为限", "为上限", "上限");
    private static readonly WordTable Around = new("左右", "上下", "出头", "开外");

    /// <summary>The reading of what was found, with the words around it.</summary>
    internal static NumberReading Weigh(string text, in Found found)
    {
        var reading = Plain(found);
        if (found.Kind is NumberKind.DatePart or NumberKind.Ordinal) return reading;
        return Behind(text, found, reading) ?? Ahead(text, found, reading) ?? reading;
    }

    private static NumberReading Plain(in Found found)
    {
        var numeral = found.Numeral;
        var precision = numeral.IsPair ? NumberPrecision.Range : numeral.IsOpen || numeral.IsAbout ? NumberPrecision.Approximate : NumberPrecision.Exact;
        var (value, low, high) = (found.Low, found.Low, found.High);
        if (numeral.IsAbout) (low, high) = Around10(value);
        if (found.IsNegative) value = found.High;
        return new NumberReading(new TextSpan(found.Start, found.End - found.Start), found.Kind, value, found.Unit, precision, low, high)
        {
            HighIsOpen = numeral.IsOpen && !found.IsNegative,
            LowIsOpen = numeral.IsOpen && found.IsNegative,
        };
    }

    private static NumberReading? Behind(string text, in Found found, NumberReading reading)
    {
        var at = found.End;
        if (at < text.Length && text[at] == '+' && !(at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]))) return Least(reading, open: false);
        at += Including.At(text, at)?.Length ?? 0;
        if (Above.At(text, at) is not null) return Least(reading, open: false);
        if (Below.At(text, at) is not null) return Most(reading, open: false);
        at = found.End;
        if (at >= text.Length) return null;
        if (text[at] == '内' && Measures.IsTime(found.Unit)) return Most(reading, open: false);
        if (reading.Precision == NumberPrecision.Range) return null;
        if (Around.At(text, at) is { } around && !(around == "上下" && at + 2 < text.Length && text[at + 2] is '游' or '级'))
            return around is "出头" or "开外" ? Between(reading, reading.Value, reading.Value + (Math.Abs(reading.Value) / 10), open: false) : Near(reading);
        if (text[at] == '多' && found.Kind is NumberKind.Money or NumberKind.Count && (Measures.IsTime(found.Unit) || found.Unit == "元") && (at + 1 >= text.Length || text[at + 1] is not ('次' or '种' or '样' or '方' or '层' or '家' or '数' or '元' or '条')))
            return Between(reading, reading.Value, reading.Value + OneMore(found.Numeral), open: true);
        return null;
    }

    private static NumberReading? Ahead(string text, in Found found, NumberReading reading)
    {
        var end = found.Start;
        for (var fillers = 0; fillers <= 2; fillers++)
        {
            if (At(text, end, fillers, found, reading) is { } bounded) return bounded;
            if (Fillers.Before(text, end) is not { } filler) return null;
            end -= filler.Length;
        }

        return null;
    }

    private static NumberReading? At(string text, int end, int fillers, in Found found, NumberReading reading)
    {
        // The longest word wins: 不超过 over 超过 over 过.
        var best = 0;
        NumberReading? result = null;
        if (Longer(AtMost.Before(text, end), ref best) is { } most && !(most is "最高" or "最多" && IsHistory(text, end - 2))) result = Most(reading, open: false);
        if (Longer(Under.Before(text, end), ref best) is not null) result = Most(reading, open: true);
        if (Longer(AtLeast.Before(text, end), ref best) is { } least && !(least == "满" && Preceded(text, end - 1, "圆充美丰")))
            result = Least(reading, open: false);
        if (Longer(Over.Before(text, end), ref best) is { } over && (over != "过" || fillers > 0 || IsBound(text, end - 1)) && (over != "上" || found.Numeral.IsBare))
            result = Least(reading, open: true);
        if (reading.Precision is not (NumberPrecision.Exact or NumberPrecision.Approximate)) return result;
        if (Longer(About.Before(text, end), ref best) is { } about && !(about == "约" && Preceded(text, end - 1, "签合契续履预节违")))
            result = reading.Precision == NumberPrecision.Exact ? Near(reading) : null;
        if (Longer(Nearly.Before(text, end), ref best) is { } nearly && !Measures.IsTime(found.Unit) && !(nearly is "近" or "快" && Preceded(text, end - 1, "最附靠远加尽赶")))
            result = reading.Precision == NumberPrecision.Exact ? Between(reading, reading.Value - (Math.Abs(reading.Value) / 10), reading.Value, open: true) : null;
        return result;
    }

    private static string? Longer(string? word, ref int best)
    {
        if (word is null || word.Length <= best) return null;
        best = word.Length;
        return word;
    }

    // 「通过10家」, 「做到过5500万」 and 「拿过25万」 bound nothing.
    private static bool IsBound(string text, int at) => !Preceded(text, at, "通经到拿有达进得做领给投服奖发补干办评报获享签卖赚交出");

    // 「以前最高3.2亿」 tells what the highest was.
    private static bool IsHistory(string text, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 6 && text[i] is not (',' or '。' or ';' or ':'); i--)
        {
            if (text[i] is '前' or '往' or '史' or '曾' or '去' or '历') return true;
        }

        return false;
    }

    private static bool Preceded(string text, int at, string characters) => at > 0 && characters.Contains(text[at - 1]);

    private static decimal OneMore(in Numeral numeral) => numeral.IsPlain || numeral.Lead == 0 || !numeral.IsOneFigure ? 1 : numeral.Value / numeral.Lead;

    private static NumberReading Least(NumberReading reading, bool open) =>
        reading with { Precision = NumberPrecision.AtLeast, Low = reading.Value, High = null, LowIsOpen = open, HighIsOpen = false };

    private static NumberReading Most(NumberReading reading, bool open) =>
        reading with { Precision = NumberPrecision.AtMost, Low = null, LowIsOpen = false, HighIsOpen = open || reading.HighIsOpen };

    private static NumberReading Near(NumberReading reading)
    {
        var (low, high) = Around10(reading.Value);
        return Between(reading, low, high, open: false);
    }

    private static NumberReading Between(NumberReading reading, decimal low, decimal high, bool open) =>
        reading with { Precision = NumberPrecision.Approximate, Low = low, High = high, HighIsOpen = open };

    private static (decimal Low, decimal High) Around10(decimal value) => (value - (Math.Abs(value) / 10), value + (Math.Abs(value) / 10));
}
