using Bot.Understanding.Marks;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <content>A count that is told anew, where several are known.</content>
internal sealed partial class NumberFiller
{
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
