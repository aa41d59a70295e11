using System.Buffers;
using Bot.Understanding.Marks;
using Calculators.Rules;

namespace Bot.Understanding.Slots;

/// <summary>Reads yes-or-no inputs: words that say yes or no, a negation before them, and what is implied.</summary>
internal static class YesNoFiller
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",。;:!?、\n");

    private static readonly string[] Conjunctions = ["和", "或", "或者", "及", "以及", "与", "、", "跟", "也", "还有"];

    /// <summary>What the message says of the input; null where it says nothing.</summary>
    /// <param name="message">The message.</param>
    /// <param name="calculator">The calculator that declares the input.</param>
    /// <param name="input">The input.</param>
    /// <param name="before">What was said before.</param>
    internal static bool? Read(Message message, Calculator calculator, YesNoInput input, KnownFacts? before = null)
    {
        bool? said = null, demanded = null, earlier = null, known = before?.Find(input)?.Value as bool?;
        var (lastEnd, lastNegated) = (-1, false);
        foreach (var mark in message.Marks)
        {
            // 省级没冲上: the name alone says nothing, and what follows it denies.
            if (mark.Meaning is Meaning.InputWord word && word.Calculator == calculator && word.Input.Name == input.Name)
            {
                if (input.IsConferred && Denial.Follows(message.Text, mark.End)) said = false;
                // 事故:无; where the name stands in a phrase that says yes or no, that tells what the value means: 无事故:是.
                if (Entry.Value(message.Text, mark.End) is { } entered && !IsHidden(message, mark, calculator, input)) said = Merged(input, said, entered != Negation.Before(message.Text, mark.Start));
            }

            if (mark.Meaning is not Meaning.Says says || says.Calculator != calculator || says.Input.Name != input.Name) continue;
            if (IsHidden(message, mark, calculator, input) || Negation.Asks(message.Text, mark.Start) || Negation.AsksBothWays(message.Text, mark.Start, mark.End) || Undecided.Is(message.Text, mark.Start, mark.End)) continue;
            // 市级的没评: another rank that did not come says nothing of this one.
            if (input.IsConferred && !says.Yes && !Negation.Denies(message.Text.AsSpan(mark.Start, mark.Length)) && Denial.Follows(message.Text, mark.End)) continue;
            // 目标没有达到: within a phrase with a gap the negation stands before its last part.
            var negated = IsNegated(message, calculator, input, mark, says) || (mark.Last > mark.Start && Negation.Before(message.Text, mark.Last)) || (says.Yes && (Negation.After(message.Text, mark.End) || (input.IsConferred && Denial.Follows(message.Text, mark.End))));
            // 没有重大生产安全事故和突发环境事件: the negation reaches over the conjunction.
            if (!negated && lastNegated && lastEnd <= mark.Start && IsConjunction(message.Text.AsSpan(lastEnd, mark.Start - lastEnd))) negated = true;
            // 省级的一个，另一个是市级的: what is said of another takes nothing from the first.
            if (input.IsConferred && said == true && says.Yes == negated && lastEnd > 0 && lastEnd <= mark.Start && FigureContext.ContainsAny(message.Text.AsSpan(lastEnd, mark.Start - lastEnd), ["另一个", "另外一个", "还有一个"])) continue;
            (lastEnd, lastNegated) = (mark.End, negated);
            var value = says.Yes != negated;
            // 以前纳入试点:否.
            if (Entry.Value(message.Text, mark.End) is false) (value, negated) = (!value, true);
            // 不是第一次报; 隔壁县入选了; 只出过一般事故: nothing of what is asked for.
            if ((says.IsAlone && negated) || IsOfAnotherMatter(message, calculator, input, mark)) continue;
            if (Neighbour.Is(message.Text, mark.Start))
            {
                // 隔壁县入选了，我们没有. Of those who apply together none may have been so.
                if (Neighbour.WeDidNot(message.Text, mark.End) && !Together.Apply(message, calculator, before)) said = Merged(input, said, now: false);
                continue;
            }

            // 2019年就进过，你按首次算: what is told holds, here or before.
            if (Instruction.IsDemanded(message.Text, mark.Start, mark.End))
            {
                demanded = value;
                continue;
            }

            // 五年前出过一起: beyond what is asked for, whatever is meant by the last three years.
            if (value && input.Holds == Holds.WhereAnyYes && LongAgo.IsBefore(message.Text, mark.Start, message.AsOf)) continue;
            // 2023年出过一起，近三年没有: what lies further back gives way.
            if (value && input.Holds == Holds.WhereAnyYes && (Years.IsNumbered(message.Text, mark.Start) || LongAgo.IsYearsBack(message.Text, mark.Start)))
            {
                earlier = true;
                continue;
            }

            said = Merged(input, said, value);
        }

        // 说错了，是五年前的: the one that was told.
        if (said is null && known == true && input.Holds == Holds.WhereAnyYes && message.Has(Cue.Correction) && LongAgo.IsBefore(message.Text, message.Text.Length, message.AsOf)) return false;

        return said ?? earlier ?? (demanded is null || known is null || Instruction.Supposes(message.Text) ? demanded : known);
    }

    private static bool Merged(YesNoInput input, bool? before, bool now) => (before, input.Holds) switch
    {
        ({ } told, Holds.WhereAnyYes) => told || now,
        ({ } told, Holds.WhereAllYes) => told && now,
        _ => now,
    };

    private static bool IsNegated(Message message, Calculator calculator, YesNoInput input, Mark mark, Meaning.Says says)
    {
        const int opening = 2;
        // 没事故也没入选过: what denies by itself is not denied by a sign of something else.
        if (!says.Yes && Negation.Denies(message.Text.AsSpan(mark.Start, Math.Min(opening, mark.Length)))) return Negation.Cancels(message.Text, mark.Start);
        if (!Negation.Before(message.Text, mark.Start)) return false;
        return Negation.Sign(message.Text, mark.Start) is not (>= 0 and var sign) || !IsOfAnother(message, calculator, input, sign, mark.Start);
    }

    // 没出过事故第一次申报: the sign belongs to the other input, unless a conjunction carries it on.
    private static bool IsOfAnother(Message message, Calculator calculator, YesNoInput input, int sign, int start)
    {
        const int near = 4;
        foreach (var mark in message.Marks)
        {
            if (mark.Start <= sign || mark.Start > sign + near || mark.End > start) continue;
            var other = mark.Meaning switch
            {
                Meaning.InputWord { Input: YesNoInput } word when word.Calculator == calculator => word.Input,
                Meaning.Says says when says.Calculator == calculator => says.Input,
                _ => null,
            };
            if (other is not null && other.Name != input.Name && !(mark.End < start && IsConjunction(message.Text.AsSpan(start - 1, 1)) && message.Text[start - 1] != '也')) return true;
        }

        return false;
    }

    // 出过一起一般事故: what only looks like it follows the words.
    private static bool IsOfAnotherMatter(Message message, Calculator calculator, YesNoInput input, Mark mark)
    {
        const int near = 6;
        if (input.NotWords.Count == 0) return false;
        foreach (var other in message.Marks)
        {
            if (other.Meaning is Meaning.OtherFigure figure && figure.Calculator == calculator && figure.Input.Name == input.Name && other.End > mark.End && other.Start - mark.End <= near
                && (other.Start <= mark.End || message.Text.AsSpan(mark.End, other.Start - mark.End).IndexOfAny(Breaks) < 0)) return true;
        }

        return false;
    }

    // A longer phrase of the same input says it better: 没有达到目标 hides 达到目标; 谁牵头 asks, and hides 牵头.
    private static bool IsHidden(Message message, Mark mark, Calculator calculator, YesNoInput input)
    {
        foreach (var other in message.Marks)
        {
            if (!mark.Inside(other)) continue;
            if (other.Meaning is Meaning.Says says && says.Calculator == calculator && says.Input.Name == input.Name) return true;
            if (other.Meaning is Meaning.AsksFor asks && asks.Calculator == calculator && asks.Input.Name == input.Name) return true;
        }

        return false;
    }

    private static bool IsConjunction(ReadOnlySpan<char> between)
    {
        if (between.Length == 0) return true;
        foreach (var word in Conjunctions)
        {
            if (between.SequenceEqual(word)) return true;
        }

        return false;
    }
}
