using Bot.Understanding.Marks;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <content>Figures beside the words that introduce them: how near is near, and who takes which.</content>
internal sealed partial class NumberFiller
{
    private const int Comma = 6;
    private const int ListMark = 4;
    private const int After = 2;
    private const int Weak = 12;
    private const int Farthest = 24;
    private const int Joint = 2;

    private void TakeLabelled()
    {
        TakeSums();
        TakeGroup();
        LeavePartsOfYear();
        TakeParts();
        List<Pair> pairs = [];
        foreach (var mark in message.Marks)
        {
            Input? input;
            switch (mark.Meaning)
            {
                case Meaning.InputWord word when word.Calculator == calculator: input = word.Input; break;
                case Meaning.OtherFigure other when other.Calculator == calculator: input = null; break;
                default: continue;
            }

            if (IsHidden(mark) || IsLed(mark, input)) continue;
            foreach (var number in message.Numbers)
            {
                if (input is not null && (!Fits(input, number) || FigureContext.IsNoFact(message.Text, number) || IsGone(number))) continue;
                if (Cost(mark, number) is { } cost && !(input is not null && TellsReceived(number))) pairs.Add(new Pair(cost, number, input, pairs.Count));
            }
        }

        pairs.Sort(static (a, b) => a.CompareTo(b));
        foreach (var (_, number, input, _) in pairs)
        {
            if (input is null)
            {
                taken.Add(number);
                continue;
            }

            if (taken.Contains(number) || given.ContainsKey(input.Name) || unknown == input) continue;
            taken.Add(number);
            given.Add(input.Name, number);
        }

        if (given.Count > 1) Exchange(pairs);
        foreach (var input in inputs)
        {
            if (given.TryGetValue(input.Name, out var number) && !number.IsExact) given[input.Name] = Widened(number);
        }
    }

    // 原来22家、现在18家: the later figure of its kind holds.
    private bool IsGone(NumberReading number)
    {
        if (!FigureContext.WasAtFirst(message.Text, number)) return false;
        foreach (var later in message.Numbers)
        {
            if (later.Span.Start > number.Span.End && later.Kind == number.Kind && later.Unit == number.Unit && !FigureContext.IsNoFact(message.Text, later)) return true;
        }

        return false;
    }

    // 22家优质企业1家龙头: the nearest word would take the 1 from 龙头. Two inputs change figures where both together then stand nearer.
    private void Exchange(List<Pair> pairs)
    {
        foreach (var one in inputs)
        {
            foreach (var other in inputs)
            {
                if (one == other || !given.TryGetValue(one.Name, out var first) || !given.TryGetValue(other.Name, out var second)) continue;
                if (CostOf(pairs, one, second) is not { } toSecond || CostOf(pairs, other, first) is not { } toFirst) continue;
                if (toSecond + toFirst < CostOf(pairs, one, first) + CostOf(pairs, other, second)) (given[one.Name], given[other.Name]) = (second, first);
            }
        }
    }

    private static int? CostOf(List<Pair> pairs, Input input, NumberReading number)
    {
        int? least = null;
        foreach (var pair in pairs)
        {
            if (pair.Input == input && pair.Number == number && (least is null || pair.Cost < least)) least = pair.Cost;
        }

        return least;
    }

    // 八九家十来家吧: two guesses side by side are one range.
    private NumberReading Widened(NumberReading number)
    {
        if (number.IsExact) return number;
        foreach (var next in message.Numbers)
        {
            var gap = next.Span.Start - number.Span.End;
            if (next.IsExact || gap is < 0 or > 1 || next.Kind != number.Kind) continue;
            taken.Add(next);
            return number with { Low = Math.Min(number.Low ?? 0m, next.Low ?? 0m), High = number.High is { } h && next.High is { } n ? Math.Max(h, n) : null };
        }

        return number;
    }

    private bool IsHidden(Mark mark)
    {
        foreach (var other in message.Marks)
        {
            if (mark.Inside(other) && IsOurs(other.Meaning)) return true;
        }

        return false;

        bool IsOurs(Meaning meaning) => meaning switch
        {
            Meaning.InputWord word => word.Calculator == calculator,
            Meaning.OtherFigure figure => figure.Calculator == calculator,
            _ => false,
        };
    }

    // 以前最高营收: of two inputs' words that abut the first says which is meant, and the second only of what.
    private bool IsLed(Mark mark, Input? input)
    {
        foreach (var other in message.Marks)
        {
            if (other.Start >= mark.Start) return false;
            if (mark.Start - other.End is >= 0 and <= Joint && other.Meaning is Meaning.InputWord { Input: var leading } word && word.Calculator == calculator
                && leading.Name != input?.Name && leading is MoneyInput && input is MoneyInput && message.Text.AsSpan(other.End, mark.Start - other.End).IndexOfAnyExcept("的年度营业") < 0) return true;
        }

        return false;
    }

    /// <summary>How far a figure stands from the words that would introduce it; null where they cannot belong together.</summary>
    private int? Cost(Mark mark, NumberReading number)
    {
        var (from, to, cost) = number.Span.Start >= mark.End
            ? (mark.End, number.Span.Start, 0)
            : number.Span.End <= mark.Start ? (number.Span.End, mark.Start, After) : (0, 0, -1);
        if (cost < 0)
        {
            // 十家本地企业: the words may hold the figure between them; 做了3亿的投资 says of what it is.
            return IsOfAnother(message, mark) ? null : 0;
        }

        for (var i = from; i < to; i++)
        {
            switch (message.Text[i])
            {
                case '。' or ';' or '!' or '?' or '\n': return null;
                // What follows a comma begins something else: 9500万，也还是历史最高.
                case ',' when from == number.Span.End: return null;
                case ',': cost += Comma; break;
                case '、': cost += ListMark; break;
                default: cost++; break;
            }
        }

        if (FigureContext.IsProposed(message.Text, number)) cost += Weak;
        return cost <= Farthest ? cost : null;
    }

    /// <summary>A figure near the words of an input, or of none.</summary>
    private readonly record struct Pair(int Cost, NumberReading Number, Input? Input, int Found)
    {
        // The nearest first; of those as near the required ones, then what was found first.
        internal int CompareTo(Pair other)
        {
            if (Cost != other.Cost) return Cost.CompareTo(other.Cost);
            var (aside, otherAside) = (Input is not { Required: true }, other.Input is not { Required: true });
            return aside != otherAside ? aside.CompareTo(otherAside) : Found.CompareTo(other.Found);
        }
    }
}
