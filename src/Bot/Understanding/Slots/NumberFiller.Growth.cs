using System.Buffers;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <content>This year's figure told by last year's: 去年4200万，今年翻了一番; 比去年多卖了600万; 今年增长三成.</content>
internal sealed partial class NumberFiller
{
    private const int NearBase = 24;

    // The longer ones first: 翻了一番 holds 翻了.
    private static readonly (string Words, decimal Factor)[] Multiples =
        [("翻了两番", 4m), ("翻两番", 4m), ("翻了一番", 2m), ("翻了番", 2m), ("翻一番", 2m), ("翻番", 2m), ("翻了一倍", 2m), ("翻了倍", 2m), ("翻倍", 2m)];

    private static readonly string[] Rising = ["增长", "增长了", "涨", "涨了", "上涨", "上涨了", "提高了", "增加了", "多了", "多卖了", "多做了", "高了"];
    private static readonly string[] Falling = ["下降", "下降了", "降了", "下滑", "下滑了", "减少了", "跌了", "掉了", "少了", "少卖了", "低了"];
    private static readonly string[] ThisYear = ["今年", "本年", "这一年", "今年度", "现在"];
    private static readonly string[] About = ["差不多", "将近", "接近", "大概", "大约", "几乎", "快", "近", "约", "不到", "超过", "超"];

    private static readonly string[] AboutAfter = ["多", "左右", "上下", "以上", "不到"];

    // What may stand between the year and the change; the longer words first.
    private static readonly string[] Passing =
    [
        "今年度", "今年", "本年", "这一年", "现在", "营业收入", "销售收入", "年营收", "营收", "收入", "销售额", "营业额", "流水", "比去年", "比上年", "较去年", "较上年", "同比", "刚好", "正好", "恰好", "整整", "直接", "一下子", "一下", "预计",
        "下滑了", "下降了", "增长了", "上涨了", "增加了", "提高了", "减少了", "多卖了", "多做了", "少卖了", "少做了", "下降", "增长", "上涨", "下滑", "降了", "涨了", "跌了", "掉了", "多了", "少了", "高了", "低了", "涨", "差不多", "将近", "接近", "大概", "大约", "几乎", "又", "就", "还", "也", "的", "快", "近", "约", "了", ",",
    ];

    // One of them is in each word for a change.
    private static readonly SearchValues<char> Signs = SearchValues.Create("翻涨增多提高降滑减跌掉少低");

    // What is told as a change of last year's figure is none by itself; with that figure it is reckoned, without it asked for.
    private void SettleGrowth()
    {
        if (!message.Text.AsSpan().ContainsAny(Signs)) return;
        if (Current is not { } later || inputs.Find(static i => i is MoneyInput { Required: false, WordsBeforeLater.Count: > 0 }) is not { } earlier) return;
        if (given.ContainsKey(earlier.Name) || Base(later) is not { } before || Grown(before) is not { } grown) return;
        given[earlier.Name] = before;
        given[later.Name] = grown;
        taken.Add(before);
    }

    // 去年营业收入4200万: the only exact figure of an earlier year, where none is told for this one.
    private NumberReading? Base(Input later)
    {
        NumberReading? only = null;
        foreach (var number in message.Numbers)
        {
            if (!IsSum(number) || !Fits(later, number) || FigureContext.IsNoFact(message.Text, number)) continue;
            if (Years.Of(message.Text, number.Span.Start) != -1 || !number.IsExact || (taken.Contains(number) && given.GetValueOrDefault(later.Name) != number)) continue;
            if (only is not null) return null;
            only = number;
        }

        return only;
    }

    // Null where no change is told.
    private NumberReading? Grown(NumberReading before)
    {
        var text = message.Text;
        if (YearAfter(before.Span.End) is not { } at) return null;
        foreach (var (words, factor) in Multiples)
        {
            if (text.IndexOf(words, at, StringComparison.Ordinal) is not (>= 0 and var found) || found - at > NearBase) continue;
            var span = new TextSpan(found, words.Length);
            return IsOfTheSame(at, found) ? Told(before, before.Value * factor, span, IsAbout(span)) : null;
        }

        foreach (var number in message.Numbers)
        {
            if (number.Span.Start < at || number.Span.Start - at > NearBase || taken.Contains(number) || !(number.Kind == NumberKind.Percent || IsSum(number))) continue;
            var sign = FigureContext.EndsWithAny(text, number.Span.Start, Rising) ? 1 : FigureContext.EndsWithAny(text, number.Span.Start, Falling) ? -1 : 0;
            if (sign == 0 || !IsOfTheSame(at, number.Span.Start)) continue;
            const decimal whole = 100m;
            var value = before.Value + (sign * (number.Kind == NumberKind.Percent ? before.Value * number.Value / whole : number.Value));
            return value >= 0m ? Told(before, decimal.Round(value, 2), number.Span, !number.IsExact || IsAbout(number.Span)) : null;
        }

        return null;
    }

    private int? YearAfter(int end)
    {
        var last = -1;
        foreach (var word in ThisYear) last = Math.Max(last, message.Text.IndexOf(word, end, StringComparison.Ordinal));
        return last < 0 ? null : last;
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
