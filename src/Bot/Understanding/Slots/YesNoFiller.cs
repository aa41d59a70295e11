using Bot.Understanding.Marks;
using Calculators.Rules;

namespace Bot.Understanding.Slots;

/// <summary>Reads yes-or-no inputs: words that say yes or no, a negation before them, and what is implied.</summary>
internal static class YesNoFiller
{
    private static readonly string[] Conjunctions = ["和", "或", "或者", "及", "以及", "与", "、", "跟", "也", "还有"];

    /// <summary>What the message says of the input; null where it says nothing.</summary>
    /// <param name="message">The message.</param>
    /// <param name="calculator">The calculator that declares the input.</param>
    /// <param name="input">The input.</param>
    /// <param name="known">What was said of it before.</param>
    internal static bool? Read(Message message, Calculator calculator, YesNoInput input, bool? known = null)
    {
        bool? said = null, demanded = null, earlier = null;
        var (lastEnd, lastNegated) = (-1, false);
        foreach (var mark in message.Marks)
        {
            // 省级没冲上: the name alone says nothing, and what follows it denies.
            if (input.IsConferred && mark.Meaning is Meaning.InputWord word && word.Calculator == calculator && word.Input.Name == input.Name && Denial.Follows(message.Text, mark.End)) said = false;
            if (mark.Meaning is not Meaning.Says says || says.Calculator != calculator || says.Input.Name != input.Name) continue;
            if (IsHidden(message, mark, calculator, input) || Negation.Asks(message.Text, mark.Start) || Negation.AsksBothWays(message.Text, mark.Start, mark.End) || Undecided.Is(message.Text, mark.Start, mark.End)) continue;
            // 市级的没评: another rank that did not come says nothing of this one.
            if (input.IsConferred && !says.Yes && !Negation.Denies(message.Text.AsSpan(mark.Start, mark.Length)) && Denial.Follows(message.Text, mark.End)) continue;
            // 目标没有达到: within a phrase with a gap the negation stands before its last part.
            var negated = Negation.Before(message.Text, mark.Start) || (mark.Last > mark.Start && Negation.Before(message.Text, mark.Last)) || (says.Yes && (Negation.After(message.Text, mark.End) || (input.IsConferred && Denial.Follows(message.Text, mark.End))));
            // 没有重大生产安全事故和突发环境事件: the negation reaches over the conjunction.
            if (!negated && lastNegated && lastEnd <= mark.Start && IsConjunction(message.Text.AsSpan(lastEnd, mark.Start - lastEnd))) negated = true;
            // 省级的一个，另一个是市级的: what is said of another takes nothing from the first.
            if (input.IsConferred && said == true && says.Yes == negated && lastEnd > 0 && lastEnd <= mark.Start && FigureContext.ContainsAny(message.Text.AsSpan(lastEnd, mark.Start - lastEnd), ["另一个", "另外一个", "还有一个"])) continue;
            (lastEnd, lastNegated) = (mark.End, negated);
            var value = says.Yes != negated;
            // 2019年就进过，你按首次算: what is told holds, here or before.
            if (Instruction.IsDemanded(message.Text, mark.Start, mark.End))
            {
                demanded = value;
                continue;
            }

            // 2019年出过一起，近三年没有: what lies further back gives way.
            if (value && input.Holds == Holds.WhereAnyYes && Years.IsNumbered(message.Text, mark.Start))
            {
                earlier = true;
                continue;
            }

            said = said is { } before ? Merge(input, before, value) : value;
        }

        return said ?? earlier ?? (demanded is null || known is null || Instruction.Supposes(message.Text) ? demanded : known);
    }

    private static bool Merge(YesNoInput input, bool before, bool now) => input.Holds switch
    {
        Holds.WhereAnyYes => before || now,
        Holds.WhereAllYes => before && now,
        _ => now,
    };

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
