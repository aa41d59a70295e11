using System.Buffers;
using Calculators.Money;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <content>This year's figure told by last year's: 去年4200万，今年翻了一番; 比去年多卖了600万; 今年增长三成.</content>
internal sealed partial class NumberFiller
{
    private const int NearBase = 24;

    // The longer ones first: 翻了一番 holds 翻了.
    private static readonly (string Words, decimal Factor)[] Multiples =
    [
        ("翻了三番", 8m), ("翻三番", 8m), ("翻了两番", 4m), ("翻两番", 4m), ("翻了一番", 2m), ("翻了番", 2m), ("翻一番", 2m), ("翻番", 2m), ("翻了一倍", 2m), ("翻了倍", 2m), ("翻倍", 2m), ("增长了一倍", 2m), ("增长一倍", 2m),
        ("涨了一倍", 2m), ("多了一倍", 2m), ("多一倍", 2m), ("腰斩", 0.5m),
    ];

    private static readonly string[] Rising = ["增长", "增长了", "涨", "涨了", "上涨", "上涨了", "提高了", "增加了", "多了", "多卖了", "多做了", "多出", "多出了", "高了", "高出", "高出了", "提高", "提升", "提升了", "增加", "增幅", "增速", "年多", "年高", "同期多"];
    private static readonly string[] Falling = ["下降", "下降了", "降了", "下滑", "下滑了", "减少了", "跌了", "掉了", "少了", "少卖了", "少做了", "低了", "减少", "下跌", "下跌了", "缩水了", "缩水", "年少", "年低", "同期少"];
    private static readonly string[] ThisYear = ["今年", "本年", "这一年", "今年度", "现在"];

    // What a change is held against; 从4.8亿增长25% names the figure itself.
    private static readonly string[] Against = ["比去年", "比上年", "比上一年", "比前一年", "较去年", "较上年", "较上一年"];
    private static readonly string[] From = ["从", "由", "从去年的", "由去年的", "从去年", "由去年", "从上年的", "由上年的", "在", "在去年", "在去年的"];
    private static readonly string[] Basis = ["的基础上", "基础上", "这个基础上"];

    // Of what the change may be; what stands before it says only whose.
    private static readonly string[] Revenue = ["营业收入", "销售收入", "营收", "收入", "销售额", "营业额", "流水"];
    private static readonly string[] About = ["差不多", "将近", "接近", "大概", "大约", "几乎", "快", "近", "约", "不到", "超过", "超"];

    private static readonly string[] AboutAfter = ["多", "左右", "上下", "以上", "不到"];

    // What may stand between the year and the change; the longer words first.
    private static readonly string[] Passing =
    [
        "今年度", "今年", "本年", "这一年", "现在", "营业收入", "销售收入", "年营收", "营收", "收入", "销售额", "营业额", "流水", "比去年同期", "较去年同期", "比去年", "比上年", "比上一年", "比前一年", "较去年", "较上年", "较上一年", "同比", "去年的", "上年的", "达到", "做到", "年度", "我们", "咱们", "公司", "企业", "刚好", "正好", "恰好", "整整", "直接", "一下子", "一下", "预计",
        "的基础上", "基础上", "下滑了", "下降了", "下跌了", "缩水了", "提升了", "多出了", "高出了", "增长了", "上涨了", "增加了", "提高了", "减少了", "多卖了", "多做了", "少卖了", "少做了", "下降", "增长", "上涨", "下滑", "下跌", "缩水", "提升", "提高", "增加", "减少", "增幅", "增速", "多出", "高出", "降了", "涨了", "跌了", "掉了", "多了", "少了", "高了", "低了", "涨", "差不多", "将近", "接近", "大概", "大约", "几乎", "又", "就", "还", "也", "的", "快", "近", "约", "了", "多", "高", "少", "低", "到", "至", "是", "为", ",",
    ];

    // One of them is in each word for a change.
    private static readonly SearchValues<char> Signs = SearchValues.Create("翻涨增多提高降滑减跌掉少低缩斩倍");

    // What is told as a change of last year's figure is none by itself; with that figure it is reckoned, without it asked for.
    private void SettleGrowth()
    {
        if (!message.Text.AsSpan().ContainsAny(Signs)) return;
        if (Current is not { } later || Earlier is not { } earlier) return;
        if (given.ContainsKey(earlier.Name) || Base(later) is not { } before || Grown(before) is not { } grown) return;
        given[earlier.Name] = before;
        given[later.Name] = grown;
        taken.Add(before);
    }

    // 今年比去年多30%, after 4000万: whether that was last year's figure is not said. What lies between both is open.
    private void SettleGrowthSince(KnownFacts known)
    {
        if (!message.Text.AsSpan().ContainsAny(Signs) || message.Numbers.Any(IsSum)) return;
        if (Current is not { } later || Earlier is null) return;
        if (given.ContainsKey(later.Name) || known.Find(later) is not { IsVague: false, Value: Yuan was } || Start(0, message.Text.Length) is not { } at) return;
        var words = new TextSpan(at, FigureContext.After(message.Text, at, message.Text.Length, Breaks).Length);
        var before = new NumberReading(words, NumberKind.Money, was.Amount, "元", NumberPrecision.Exact, was.Amount, was.Amount);
        if (Grown(before, at, message.Text.Length) is not { Low: { } low, High: { } high } grown) return;
        given[later.Name] = grown with { Precision = NumberPrecision.Range, Value = Math.Min(low, was.Amount), Low = Math.Min(low, was.Amount), High = Math.Max(high, was.Amount) };
    }

    // 去年营业收入4200万: the only exact figure of an earlier year, where none is told for this one; or 从4.8亿.
    private NumberReading? Base(Input later)
    {
        NumberReading? only = null;
        foreach (var number in message.Numbers)
        {
            if (!IsSum(number) || !Fits(later, number) || FigureContext.IsNoFact(message.Text, number)) continue;
            if (!(Years.Of(message.Text, number.Span.Start) == -1 || IsBasis(number)) || !number.IsExact || (taken.Contains(number) && given.GetValueOrDefault(later.Name) != number)) continue;
            if (only is not null) return null;
            only = number;
        }

        return only;
    }

    private bool IsBasis(NumberReading number) =>
        FigureContext.StartsWithAny(message.Text, number.Span.End, Basis) || (FigureContext.EndsWithAny(message.Text, number.Span.Start, From) && number.Span.End < message.Text.Length && message.Text[number.Span.End] != '基');

    // The change is told behind the figure (去年4000万，今年涨三成) or before it (今年比去年多30%，去年4000万).
    private NumberReading? Grown(NumberReading before)
    {
        if (StartAfter(before) is { } after && Grown(before, after, message.Text.Length) is { } grown) return grown;
        return Start(0, before.Span.Start) is { } ahead ? Grown(before, ahead, before.Span.Start) : null;
    }

    // Null where no change is told between two places.
    private NumberReading? Grown(NumberReading before, int at, int end)
    {
        var text = message.Text;
        foreach (var (words, factor) in Multiples)
        {
            if (text.IndexOf(words, at, end - at, StringComparison.Ordinal) is not (>= 0 and var found) || found - at > NearBase) continue;
            var span = new TextSpan(found, words.Length);
            return IsOfTheSame(at, found) ? Told(before, before.Value * factor, span, IsAbout(span)) : null;
        }

        foreach (var number in message.Numbers)
        {
            if (number.Span.Start < at || number.Span.End > end || number.Span.Start - at > NearBase || number == before) continue;
            if (Changed(before, number) is not { } value || !IsOfTheSame(at, number.Span.Start)) continue;
            return value >= 0m ? Told(before, decimal.Round(value, 2), number.Span, !number.IsExact || IsAbout(number.Span)) : null;
        }

        return null;
    }

    // 增长25%, 少了2000万, 多了一半, 增长1.5倍; 是去年的1.5倍; 增长到6亿. Null where the figure tells no change.
    private decimal? Changed(NumberReading before, NumberReading number)
    {
        const decimal whole = 100m;
        var (text, start) = (message.Text, number.Span.Start);
        var isTimes = number.Kind == NumberKind.Count && number.Unit == "倍";
        if (isTimes && FigureContext.EndsWithAny(text, start, ["是去年的", "是上年的", "达到去年的", "做到去年的"])) return before.Value * number.Value;
        if (IsSum(number) && start > 0 && text[start - 1] is '到' or '至' && Sign(text, start - 1) != 0) return number.Value;
        if (Sign(text, start) is not (not 0 and var sign) || (taken.Contains(number) && number.Kind == NumberKind.Money)) return null;
        return number.Kind switch
        {
            NumberKind.Percent => before.Value + (sign * before.Value * number.Value / whole),
            NumberKind.Fraction => before.Value + (sign * before.Value * number.Value),
            _ when isTimes && sign > 0 => before.Value + (before.Value * number.Value),
            _ when IsSum(number) => before.Value + (sign * number.Value),
            _ => null,
        };

        static int Sign(string text, int at) => FigureContext.EndsWithAny(text, at, Rising) ? 1 : FigureContext.EndsWithAny(text, at, Falling) ? -1 : 0;
    }

    private int? StartAfter(NumberReading before)
    {
        // 从4.8亿增长25%: this year need not be named.
        var year = YearIn(before.Span.End, message.Text.Length);
        return year >= 0 ? year : IsBasis(before) ? before.Span.End : Start(before.Span.End, message.Text.Length);
    }

    // Where it begins to be told how this year's figure differs; null where nothing says so.
    private int? Start(int from, int to)
    {
        if (YearIn(from, to) is >= 0 and var year) return year;
        foreach (var words in Against)
        {
            if (message.Text.IndexOf(words, from, to - from, StringComparison.Ordinal) is not (>= 0 and var found)) continue;
            // 我们做软件的，营收比去年多30%; 利润比去年多30% is left to its own words.
            var start = message.Text.AsSpan(from, found - from).LastIndexOfAny(Breaks) is >= 0 and var broken ? from + broken + 1 : from;
            foreach (var revenue in Revenue)
            {
                if (message.Text.IndexOf(revenue, start, found - start, StringComparison.Ordinal) is >= 0 and var named) return named;
            }

            return start;
        }

        return null;
    }

    private int YearIn(int from, int to)
    {
        var last = -1;
        foreach (var word in ThisYear) last = Math.Max(last, message.Text.IndexOf(word, from, to - from, StringComparison.Ordinal));
        return last;
    }

    // 差不多翻了一番 may be a tenth less or more.
    private static NumberReading Told(NumberReading before, decimal value, TextSpan words, bool isVague)
    {
        const decimal tenth = 0.1m;
        return isVague
            ? new NumberReading(words, before.Kind, value, before.Unit, NumberPrecision.Approximate, value * (1 - tenth), value * (1 + tenth))
            : before with { Value = value, Low = value, High = value };
    }

    // 今年利润翻了一番, 今年订单涨了三成: something else has grown.
    private bool IsOfTheSame(int from, int to)
    {
        var between = message.Text[from..to];
        foreach (var words in Passing) between = between.Replace(words, "", StringComparison.Ordinal);
        return between.Length == 0;
    }

    private static bool IsSum(NumberReading number) => number.Kind == NumberKind.Money || (number.Kind == NumberKind.Number && number.Value >= MostBareCount);

    private bool IsAbout(TextSpan words) => FigureContext.EndsWithAny(message.Text, words.Start, About) || FigureContext.StartsWithAny(message.Text, words.End, AboutAfter);
}
