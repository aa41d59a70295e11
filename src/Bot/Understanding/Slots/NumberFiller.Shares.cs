using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <content>A figure told as a share of another: 合同金额2000万，只执行了一半; 执行率80%.</content>
internal sealed partial class NumberFiller
{
    private const int NearWhole = 10, NearShare = 8, BehindShare = 6;

    private static readonly string[] Not = ["没", "未", "还差", "剩"];

    private static readonly string[] Roughly = ["大", "小", "大概", "大约", "约", "近", "将近", "超过", "超", "差不多", "不到"];

    // Reckoned from the only whole and the only share, where no other figure is told; where the share is none to reckon with, the whole is not the figure either.
    private void TakeShare()
    {
        if (!message.Numbers.Any(static n => n.Kind is NumberKind.Percent or NumberKind.Fraction) || Current is not MoneyInput { WholeWords.Count: > 0 } input) return;
        NumberReading[] shares = [.. message.Numbers.Where(n => TellsShare(n, input))];
        if (shares.Length == 0 || Whole(input) is not { } whole || (given.TryGetValue(input.Name, out var told) && told != whole)) return;
        given.Remove(input.Name);
        taken.Add(whole);
        taken.AddRange(shares);
        Open = input;
        if (shares is not [var share] || Part(share) is not { } part) return;
        var value = decimal.Round(whole.Value * part, 2);
        given[input.Name] = new NumberReading(share.Span, whole.Kind, value, whole.Unit, NumberPrecision.Exact, value, value);
    }

    private bool TellsShare(NumberReading number, MoneyInput input) =>
        number.Kind is NumberKind.Percent or NumberKind.Fraction
        && (FigureContext.ContainsAnyOf(FigureContext.Before(message.Text, number.Span.Start, NearShare, Breaks), input.ShareWords) || FigureContext.ContainsAnyOf(FigureContext.After(message.Text, number.Span.End, BehindShare, Breaks), input.ShareWords));

    // Null where it is told roughly: 一半多, 大概八成. 还有三成没执行 tells the rest.
    private decimal? Part(NumberReading share)
    {
        const decimal percents = 100m;
        var before = FigureContext.Before(message.Text, share.Span.Start, NearShare, Breaks);
        var after = FigureContext.After(message.Text, share.Span.End, BehindShare, Breaks);
        var part = share.Kind == NumberKind.Percent ? share.Value / percents : share.Value;
        if (!share.IsExact || part is < 0m or > 1m || FigureContext.IsBelow(message.Text, share) || FigureContext.StartsWithAny(message.Text, share.Span.End, AboutAfter) || FigureContext.EndsWithAny(message.Text, share.Span.Start, Roughly)) return null;
        return FigureContext.ContainsAny(before, Not) || FigureContext.ContainsAny(after, Not) ? 1m - part : part;
    }

    private NumberReading? Whole(MoneyInput input)
    {
        NumberReading? only = null;
        foreach (var number in message.Numbers)
        {
            if (!Fits(input, number) || FigureContext.IsNoFact(message.Text, number)) continue;
            if (!FigureContext.ContainsAnyOf(FigureContext.Before(message.Text, number.Span.Start, NearWhole, Breaks), input.WholeWords) && !FigureContext.ContainsAnyOf(FigureContext.After(message.Text, number.Span.End, BehindShare, Breaks), input.WholeWords)) continue;
            if (only is not null || !number.IsExact) return null;
            only = number;
        }

        return only;
    }
}
