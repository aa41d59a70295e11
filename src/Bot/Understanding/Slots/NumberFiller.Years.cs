using Bot.Understanding.Marks;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <content>Figures that are told apart by their years.</content>
internal sealed partial class NumberFiller
{
    /// <summary>Whether sums of several years are told, of one that this award is worked out from: 我做软件的，2021年1200万，2022年5300万.</summary>
    internal static bool TellsYears(Message message, Calculator calculator)
    {
        if (message.Numbers.Length < 2 || !calculator.Inputs.Any(i => i is MoneyInput { WordsBeforeLater.Count: > 0 })) return false;
        int? before = null;
        foreach (var number in message.Numbers)
        {
            if (!StandsAlone(message.Text, number) || Years.Of(message.Text, number.Span.Start) is not { } year) continue;
            if (before < year || before > year) return true;
            before = year;
        }

        return false;
    }

    // 2021年1200万, but not 2021年交税120万 or 2021年120万的利润: no word says of what it is.
    private static bool StandsAlone(string text, NumberReading number)
    {
        if (number.Kind is not (NumberKind.Money or NumberKind.Number) || number.Value < MostBareCount) return false;
        var before = text.AsSpan(0, number.Span.Start).TrimEnd("是有约才就做到");
        return before.Length > 0 && before[^1] == '年' && (number.Span.End == text.Length || !char.IsLetter(text[number.Span.End]) || text[number.Span.End] is '整' or '多');
    }

    // 去年1.2亿，今年3.8亿: of figures told by their years the last is this year's, the highest of the earlier ones the figure before it.
    // Where the later one is known already, a figure with an earlier year's word alone is the earlier: 前年就有过5.1亿.
    private void SettleYears(KnownFacts known)
    {
        foreach (var input in inputs)
        {
            if (input is not MoneyInput { Required: false, WordsBeforeLater: { Count: > 0 } earlierWords } || given.ContainsKey(input.Name)) continue;
            if (Current is not { } later) continue;
            SettleYears(input, earlierWords, later, known);
        }
    }

    private void SettleYears(Input input, IReadOnlyList<string> earlierWords, Input later, KnownFacts known)
    {
        var claimed = given.GetValueOrDefault(later.Name);
        List<(int Year, NumberReading Number)> told =
        [
            .. message.Numbers
                .Where(n => Fits(later, n) && (n == claimed || !taken.Contains(n)) && !FigureContext.IsNoFact(message.Text, n) && !TellsReceived(n))
                .Select(n => (Years.Of(message.Text, n.Span.Start), n))
                .Where(t => t.Item1 is not null)
                .Select(t => (t.Item1!.Value, t.n))
                .OrderBy(t => t.Item1),
        ];
        if (told.Exists(t => t.Year <= 0) && told.Exists(t => t.Year > 0)) told = [.. told.Select(t => (Years.Order(t.Year, isMixed: true), t.Number)).OrderBy(t => t.Item1)];
        // 去年1.05亿，头一次过亿: the step says once more what the figure of that year says.
        told.RemoveAll(t => !t.Number.IsExact && told.Exists(e => e.Number.IsExact && e.Year == t.Year));
        // 年营收10.02亿，前年8.8亿，去年9.6亿: what is told without a year beside earlier ones is this year's.
        if (told.Count > 0 && told[^1].Year < 0 && claimed is not null && Years.Of(message.Text, claimed.Span.Start) is null) told.Add((0, claimed));
        // 今年掉到8亿，8亿也过了线: once more the same.
        told.RemoveAll(t => t != told.Find(e => e.Year == t.Year && e.Number.Value == t.Number.Value));
        if (told.Count > 1 && told[^1].Year > told[^2].Year)
        {
            (given[later.Name], given[input.Name]) = (told[^1].Number, AtTheLeast(told[..^1].MaxBy(t => t.Number.Value).Number));
            taken.AddRange(told.Select(t => t.Number));
        }
        else if (told.Count == 1 && known.Find(later) is not null && (claimed is null || claimed == told[0].Number) && Years.LatestAfter(message.Text, told[0].Number.Span.End) > told[0].Year)
        {
            // 如果2021年其实是5050万，那2022年这个还奖多少: asked of the later year, whose figure is known.
            given.Remove(later.Name);
            given[input.Name] = told[0].Number;
            taken.Add(told[0].Number);
        }
        else if (claimed is not null && told.Count == 1 && claimed == told[0].Number && told[0].Year < 0 && known.Find(later) is not null && message.Text.Contains("最高", StringComparison.Ordinal) && !message.Has(Cue.Correction))
        {
            // 去年营收是6千万，那就是最高的了: this year's is known.
            given.Remove(later.Name);
            given[input.Name] = claimed;
        }
        else if (claimed is null && known.Find(later) is not null && told.Count == 1 && told[0].Year < 0 && FigureContext.SaysBefore(message.Text, told[0].Number, earlierWords))
        {
            given.Add(input.Name, told[0].Number);
            taken.Add(told[0].Number);
        }
    }

    // 2022年首次过1亿: which tiers were reached the step itself tells.
    private static NumberReading AtTheLeast(NumberReading number) =>
        number.Precision == NumberPrecision.AtLeast ? number with { Precision = NumberPrecision.Exact, Low = number.Value, High = number.Value, LowIsOpen = false } : number;
}
