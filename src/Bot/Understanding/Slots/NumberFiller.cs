using Bot.Understanding.Marks;
using Calculators.Money;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <summary>
/// Gives each figure of a message to the input that it belongs to: the one whose words stand nearest, or, where a figure
/// stands without such words, the one that was asked for or the only one that it can be.
/// </summary>
internal sealed partial class NumberFiller(Message message, Calculator calculator)
{
    // 投资10: without a unit so small a number may be 万 as well as yuan; it is asked for.
    private const decimal LeastBareAmount = 1000m;

    // 1260万 counts no enterprises unless it says so.
    private const decimal MostBareCount = 10000m;

    // 那换成900万呢 is a follow-up; 标准改为100万元，请按新标准回答 is a demand.
    private const int ShortestDemand = 14;

    private readonly List<Input> inputs = [.. calculator.Inputs.Where(i => i is MoneyInput or CountInput)];
    private readonly Dictionary<string, NumberReading> given = new(StringComparer.Ordinal);
    private readonly List<NumberReading> taken = [];

    // 本地的有几家我还没理清: whatever figure stands near, it is not this one.
    private Input? unknown;

    /// <summary>The input whose figure the message tells so that it cannot be reckoned: what was known of it before holds no more. Null where there is none.</summary>
    internal Input? Open { get; private set; }

    // What the award is worked out from.
    private Input? Current => inputs.Find(static i => i is MoneyInput { Required: true });

    // The same of the years before, where the award depends on them.
    private Input? Earlier => inputs.Find(static i => i is MoneyInput { Required: false, WordsBeforeLater.Count: > 0 });

    /// <summary>The figures by input name.</summary>
    /// <param name="asked">The input that was asked for last, if any.</param>
    /// <param name="known">What is known already: a figure without words goes to what is missing first.</param>
    internal IReadOnlyDictionary<string, NumberReading> Read(Input? asked, KnownFacts known)
    {
        if (inputs.Count == 0 || message.Numbers.IsEmpty) return given;
        TakeInTheSameUnit(known);
        TakeRespective();
        TakeLabelled();
        SettleGrowth();
        SettleGrowthSince(known);
        SettleYears(known);
        TakeCorrections();
        TakeShare();
        TakeBare(asked, known);
        // What only stood bare may be corrected too: 3500万，不对，就2800万.
        TakeCorrections();
        CompleteYear();
        // 营收是美元1500万: the yuan are asked for.
        if (Current is { } current && message.Numbers.Any(static n => n.Kind == NumberKind.Count && Currencies.IsForeign(n.Unit))) Open = current;
        return given;
    }

    /// <summary>The figures that words introduce: by the name of the input that they belong to, or null where they belong to none.</summary>
    internal IEnumerable<(string? Input, NumberReading Number)> Labelled()
    {
        TakeLabelled();
        foreach (var number in taken) yield return (given.FirstOrDefault(g => g.Value.Span == number.Span).Key, number);
    }

    /// <summary>Whether the award's words introduce a figure of the message; 买了200万的服务器 is none of its own.</summary>
    internal static bool IsTold(Message message, Calculator calculator) => new NumberFiller(message, calculator).Labelled().Any(l => l.Input is not null);

    /// <summary>An input's value from a figure: exact, or an interval; null where the figure is none that the input takes.</summary>
    internal static Known? ToKnown(Message message, Input input, NumberReading number)
    {
        var words = message.Words(number.Span);
        var below = FigureContext.IsBelow(message.Text, number) || number.HighIsOpen;
        if (FigureContext.IsNone(message.Text, number)) return new Known(KnownFacts.Convert(input, 0m)!, null, words);
        if (number.IsExact && !below) return KnownFacts.Convert(input, number.Value) is { } value ? new Known(value, null, words) : null;
        // 没上过一千万 is less, although 过一千万 alone would be more.
        var denied = below && (number.IsExact || number.Precision == NumberPrecision.AtLeast);
        var low = denied ? 0m : number.Low ?? 0m;
        var smallest = input is MoneyInput ? 0.01m : 1m;
        var high = denied ? number.Value : number.High ?? NextStep(input, low);
        if (below) high -= smallest;
        if (number.LowIsOpen) low += smallest;
        return KnownFacts.Convert(input, Whole(input, low)) is { } from && KnownFacts.Convert(input, Whole(input, Math.Max(low, high))) is { } to
            ? new Known(from, to, words)
            : null;
    }

    /// <summary>Whether a figure is of the kind that the input takes.</summary>
    internal static bool Fits(Input input, NumberReading number) => (input, number.Kind) switch
    {
        (MoneyInput, NumberKind.Money) => true,
        (MoneyInput, NumberKind.Number) => number.Value is 0m or >= LeastBareAmount,
        (CountInput count, NumberKind.Count) => count.Units.Contains(number.Unit, StringComparer.Ordinal),
        (CountInput, NumberKind.Number) => decimal.Truncate(number.Value) == number.Value && number.Value < MostBareCount,
        _ => false,
    };

    private static decimal Whole(Input input, decimal value) => input is CountInput ? Math.Round(value) : decimal.Round(value, 2);

    // 超过5亿 means a little more than 5亿, not 12亿, or the speaker would have said so: up to the next step of its first digit.
    private static decimal NextStep(Input input, decimal low)
    {
        if (input is CountInput) return Math.Max(low * 2, low + 10);
        var step = 1m;
        while (low >= step * 10) step *= 10;
        return Math.Min(low + step - 0.01m, Yuan.Greatest.Amount);
    }

    // 6000万，不对，是8000万: what stands behind the correction replaces what stands before it.
    private void TakeCorrections()
    {
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is not Meaning.Signals { Cue: Cue.Correction }) continue;
            foreach (var number in message.Numbers)
            {
                if (number.Span.Start < mark.End || taken.Contains(number) || FigureContext.IsNoFact(message.Text, number)) continue;
                if ((LabelBehind(mark, number) ?? LastBefore(mark, number)) is not { } corrected || !given.ContainsKey(corrected)) continue;
                given[corrected] = number;
                taken.Add(number);
            }
        }
    }

    private void TakeBare(Input? asked, KnownFacts known)
    {
        // A sum with its unit says more than a number without: 三千五……3500万.
        foreach (var number in message.Numbers)
        {
            if (number.Kind != NumberKind.Number) TakeBare(number, asked, known);
        }

        foreach (var number in message.Numbers)
        {
            if (number.Kind == NumberKind.Number) TakeBare(number, asked, known);
        }
    }

    private void TakeBare(NumberReading number, Input? asked, KnownFacts known)
    {
        if (taken.Contains(number) || FigureContext.IsNoFact(message.Text, number) || IsGone(number) || (number.Kind != NumberKind.Count && FigureContext.IsReplacing(message.Text, number) && message.Text.Length > ShortestDemand)) return;
        if (TellsEarlierAward(number) || FigureContext.IsOfAnotherAct(message.Text, number)) return;
        var input = asked is not null && Takes(asked) && !given.ContainsKey(asked.Name) && Fits(asked, number) ? asked : Only(number, known);
        if (input is null) return;
        given.Add(input.Name, number);
        taken.Add(number);
    }

    private bool TellsEarlierAward(NumberReading number)
    {
        foreach (var input in inputs)
        {
            if (input is MoneyInput { ToldByAward: { } told } && EarlierAwards.IsEarlierAward(message.Text, number, told)) return true;
        }

        return false;
    }

    private bool TellsReceived(NumberReading number)
    {
        foreach (var input in inputs)
        {
            if (input is MoneyInput { ToldByAward: { } told } && EarlierAwards.IsReceived(message.Text, number, told)) return true;
        }

        return false;
    }

    private bool Takes(Input asked)
    {
        foreach (var input in inputs)
        {
            if (input.Name == asked.Name) return true;
        }

        return false;
    }

    private Input? Only(NumberReading number, KnownFacts known)
    {
        // A bare number says too little to be a count, or to be money where it is small.
        if (number.Kind == NumberKind.Number && Math.Abs(number.Value) < 1000m) return null;
        var (open, missing) = (default(Input), default(Input));
        var (opens, misses) = (0, 0);
        foreach (var input in inputs)
        {
            if (!input.Required || given.ContainsKey(input.Name) || unknown == input || !Fits(input, number) || !(input is MoneyInput || number.Kind == NumberKind.Count)) continue;
            (open, opens) = (input, opens + 1);
            if (known.Find(input) is null) (missing, misses) = (input, misses + 1);
        }

        return misses == 1 ? missing : opens == 1 ? open : misses == 0 ? Nearest(number, known) : null;
    }
}
