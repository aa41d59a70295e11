using Bot.Understanding.Marks;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <content>What belongs together, and how figures give way to the one that they come to.</content>
internal static partial class CountReckoning
{
    private static void Add(string text, List<NumberReading> numbers, List<int> parts)
    {
        var isExact = parts.TrueForAll(p => numbers[p].IsExact);
        var sum = parts.Sum(p => numbers[p].Value);
        // 共20家 says the whole, be it the same or more.
        if (parts[^1] + 1 < numbers.Count && IsSame(numbers[parts[^1]], numbers[parts[^1] + 1]) && FigureContext.EndsWithAny(text, numbers[parts[^1] + 1].Span.Start, Totals))
        {
            sum = numbers[parts[^1] + 1].Value;
            isExact = numbers[parts[^1] + 1].IsExact;
            numbers.RemoveAt(parts[^1] + 1);
        }

        var first = numbers[parts[0]];
        RemoveAll(numbers, isExact ? parts[1..] : parts);
        if (isExact) numbers[parts[0]] = first with { Value = sum, Low = sum, High = sum };
    }

    private static void RemoveAll(List<NumberReading> numbers, List<int> at)
    {
        for (var k = at.Count - 1; k >= 0; k--) numbers.RemoveAt(at[k]);
    }

    // With the words before them that would make it no fact: 差 in 差1家到20家.
    private static void Replace(List<NumberReading> numbers, int first, int last, NumberReading like, decimal value, int back = 0)
    {
        var (start, end) = (numbers[first].Span.Start, numbers[last].Span.End);
        numbers.RemoveRange(first + 1, last - first);
        if (value < 0m) numbers.RemoveAt(first);
        else numbers[first] = new NumberReading(new TextSpan(start - back, end - start + back), like.Kind, value, like.Unit, like.Precision, value, value);
    }

    private static bool Fits(CountInput input, NumberReading number) => number.Kind == NumberKind.Count && NumberFiller.Fits(input, number);

    private static bool IsSame(NumberReading first, NumberReading next) => first is { Kind: NumberKind.Count, IsExact: true } && next is { Kind: NumberKind.Count, IsExact: true } && first.Unit == next.Unit;

    private static string Between(string text, NumberReading first, NumberReading next) => text[first.Span.End..next.Span.Start];

    // The name stands since the figure before, with nothing between that ends a part.
    private static bool NamesPart(string text, List<NumberReading> numbers, int at, IReadOnlyList<string> names)
    {
        var start = Math.Max(at == 0 ? 0 : numbers[at - 1].Span.End, numbers[at].Span.Start - Near);
        var before = text.AsSpan(start, numbers[at].Span.Start - start);
        before = before[(before.LastIndexOfAny(Breaks) + 1)..];
        return FigureContext.ContainsAnyOf(before, names);
    }

    // 优质企业25家，其中技术创新型10家: the figure before the parts is the whole.
    private static bool IsWhole(Message message, Calculator calculator, CountInput input, List<NumberReading> numbers, int part) =>
        part > 0 && Fits(input, numbers[part - 1]) && IsNamed(message, calculator, input, numbers, part - 1);

    // The input's words stand right before the figure.
    private static bool IsNamed(Message message, Calculator calculator, Input input, List<NumberReading> numbers, int at)
    {
        var start = numbers[at].Span.Start;
        var least = Math.Max(start - Close, at == 0 ? 0 : numbers[at - 1].Span.End);
        foreach (var mark in message.Marks)
        {
            if (mark.Start >= start) break;
            if (mark.Meaning is Meaning.InputWord word && word.Calculator == calculator && word.Input.Name == input.Name && mark.End <= start && mark.End >= least
                && message.Text.AsSpan(mark.End, start - mark.End).IndexOfAny(Breaks) < 0) return true;
        }

        return false;
    }

    private static bool NamesInput(Message message, Calculator calculator, int from, int to)
    {
        foreach (var mark in message.Marks)
        {
            if (mark.Start >= from && mark.End <= to && mark.Meaning is Meaning.InputWord word && word.Calculator == calculator) return true;
        }

        return false;
    }

    private static bool IsOfCounty(string text, List<NumberReading> numbers, int at) =>
        text.AsSpan(numbers[at - 1].Span.End, numbers[at].Span.Start - numbers[at - 1].Span.End).TrimEnd("有是的共") is { Length: > 0 and <= Near } between && "县区市方们".Contains(between[^1], StringComparison.Ordinal);

    private static bool Corrects(Message message, int from, int to)
    {
        foreach (var mark in message.Marks)
        {
            if (mark.Start >= from && mark.End <= to && mark.Meaning is Meaning.Signals { Cue: Cue.Correction }) return true;
        }

        return false;
    }
}
