using Bot.Understanding.Marks;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <content>A count that is told anew, where several are known.</content>
internal sealed partial class NumberFiller
{
    // 龙头和优质企业分别是1家、22家: as they are named.
    private void TakeRespective()
    {
        const string respectively = "分别";
        var at = message.Text.IndexOf(respectively, StringComparison.Ordinal);
        if (at < 0) return;
        List<Input> named = [];
        foreach (var mark in message.Marks)
        {
            if (mark.End <= at && at - mark.Start <= Farthest && mark.Meaning is Meaning.InputWord { Input: CountInput input } word && word.Calculator == calculator && !named.Contains(input)) named.Add(input);
        }

        var counts = message.Numbers.Where(n => n.Span.Start > at && n.Kind is NumberKind.Count or NumberKind.Number).Take(named.Count).ToList();
        if (named.Count < 2 || counts.Count < named.Count) return;
        for (var k = 0; k < counts.Count; k++)
        {
            if (!Fits(named[k], counts[k]) || counts[k].Span.Start - (k == 0 ? at + respectively.Length : counts[k - 1].Span.End) > ListMark) return;
        }

        for (var k = 0; k < counts.Count; k++)
        {
            given[named[k].Name] = counts[k];
            taken.Add(counts[k]);
        }
    }

    // 24家, after 龙头2家，优质20家: the count that it is by far nearest to; none where it may be either.
    private Input? Nearest(NumberReading number, KnownFacts known)
    {
        const decimal far = 3m;
        var (nearest, least, second) = (default(Input), decimal.MaxValue, decimal.MaxValue);
        foreach (var input in inputs)
        {
            if (input is not CountInput { Required: true } || given.ContainsKey(input.Name) || unknown == input || !Fits(input, number)) continue;
            if (known.Find(input) is not { IsVague: false, Value: int before }) return null;
            var ratio = Ratio(before, number.Value);
            if (ratio < least) (nearest, least, second) = (input, ratio, least);
            else second = Math.Min(second, ratio);
        }

        return second < decimal.MaxValue && second >= least * far ? nearest : null;
    }

    // 龙头1家，优质18家，不对是22家: the last one before the correction.
    private string? LastBefore(Mark correction, NumberReading number)
    {
        string? last = null;
        foreach (var (name, before) in given)
        {
            if (before.Span.Start >= correction.Start || !Fits(inputs.First(i => i.Name == name), number)) continue;
            if (last is null || before.Span.Start > given[last].Span.Start) last = name;
        }

        return last;
    }

    // 不对，龙头是2家: the count that is named anew.
    private string? LabelBehind(Mark correction, NumberReading number)
    {
        if (number.Kind != NumberKind.Count) return null;
        var (label, least) = (default(string), Comma);
        foreach (var mark in message.Marks)
        {
            if (mark.Start < correction.End || mark.Meaning is not Meaning.InputWord word || word.Calculator != calculator || !Fits(word.Input, number) || Cost(mark, number) is not { } cost || cost >= least) continue;
            (label, least) = (word.Input.Name, cost);
        }

        return label;
    }

    private static decimal Ratio(decimal one, decimal other) => Math.Max(one + 1, other + 1) / Math.Min(one + 1, other + 1);
}
