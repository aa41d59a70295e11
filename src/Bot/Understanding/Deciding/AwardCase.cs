using Bot.Understanding.Marks;
using Bot.Understanding.Slots;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <summary>What a message tells for an award.</summary>
/// <param name="Calculator">The award.</param>
/// <param name="Alone">What the message says by itself.</param>
/// <param name="Known">What is known with all that was said before.</param>
/// <param name="Tells">Whether the message says anything new, or says once more what is known while a question is open: 是第一次, when asked for the list.</param>
internal sealed record AwardCase(Calculator Calculator, KnownFacts Alone, KnownFacts Known, bool Tells)
{
    // 拿了天使投资: what has come to pass is somebody's case.
    internal const char Done = '了';

    /// <summary>Whether the message by itself says all that is needed.</summary>
    internal bool IsComplete => Calculator.Missing(Alone.Corners(Calculator)[0]).Count == 0;

    /// <summary>Whether all that is needed is known, with what was said before.</summary>
    internal bool IsKnown => Calculator.Missing(Known.Corners(Calculator)[0]).Count == 0;

    /// <summary>Whether it says more than of what kind something is.</summary>
    internal bool HasFacts => !Alone.IsEmpty && Holds(figuresOnly: false);

    /// <summary>Whether it gives a figure.</summary>
    internal bool HasFigure => !Alone.IsEmpty && Holds(figuresOnly: true);

    /// <summary>Whether it speaks of a case rather than of the rule: somebody's own, one with figures, or one to be judged.</summary>
    internal bool IsOwn(Message message) => message.Has(Cue.Self) || (HasFacts && message.Text.Contains(Done)) || (message.Has(Cue.Gain) && !message.Has(Cue.Claim)) || HasFigure || (Calculator.JudgesEligibility && Tells);

    /// <summary>Reads a message for an award.</summary>
    /// <param name="message">The message.</param>
    /// <param name="calculator">The award.</param>
    /// <param name="before">What was known.</param>
    /// <param name="asked">The input that was asked for last, where the message may be the reply.</param>
    internal static AwardCase Read(Message message, Calculator calculator, KnownFacts before, Input? asked)
    {
        var alone = SlotFiller.Fill(message, calculator, KnownFacts.None, null);
        var known = before;
        // A message that says everything by itself is a new case: what an earlier one left behind does not belong to it.
        if (calculator.Missing(alone.Corners(calculator)[0]).Count == 0)
        {
            for (var k = 0; k < calculator.Inputs.Count; k++)
            {
                var input = calculator.Inputs[k];
                if ((alone.Find(input) is null || (input is AwardListInput list && OpensList(message, calculator, alone, list))) && !input.IsStanding) known = known.Without(input);
            }
        }

        // Where nothing was known and nothing asked, both are the same.
        var filled = SlotFiller.FillStanding(message, asked is null && known.IsEmpty ? alone : SlotFiller.Fill(message, calculator, known, asked));
        return new AwardCase(calculator, alone, filled, Differs(calculator, before, filled) || Repeats(message, calculator, asked) || (asked is not null && !alone.IsEmpty && !message.Has(Cue.Question)));
    }

    // 同一事项，工业政策20万，十一条10万: a matter is named with all its amounts; those of the matter before are none of it. 还有金融政策30万 adds.
    private static bool OpensList(Message message, Calculator calculator, KnownFacts alone, AwardListInput list)
    {
        if (alone.Find(list)?.Value is not IReadOnlyList<NamedAmount> { Count: > 1 }) return false;
        var before = message.Text.AsSpan(0, message.Numbers.First(n => n.Kind is NumberKind.Money or NumberKind.Number).Span.Start);
        if (before.IndexOfAny('还', '再') >= 0) return false;
        foreach (var mark in message.Marks)
        {
            if (mark.End > before.Length) break;
            if (mark.Meaning is Meaning.AwardWord word && word.Calculator == calculator && !IsPolicy(message, mark)) return true;
        }

        return false;
    }

    // 工业政策 names one of the policies, not the matter.
    private static bool IsPolicy(Message message, Mark mark)
    {
        foreach (var other in message.Marks)
        {
            if (other.Start == mark.Start && other.Length == mark.Length && other.Meaning is Meaning.InputWord) return true;
        }

        return false;
    }

    private bool Holds(bool figuresOnly)
    {
        for (var k = 0; k < Calculator.Inputs.Count; k++)
        {
            var input = Calculator.Inputs[k];
            if ((figuresOnly ? input is MoneyInput or CountInput or AwardListInput : input is not ChoiceInput) && Alone.Find(input) is not null) return true;
        }

        return false;
    }

    private static bool Differs(Calculator calculator, KnownFacts before, KnownFacts after)
    {
        for (var k = 0; k < calculator.Inputs.Count; k++)
        {
            var input = calculator.Inputs[k];
            if (after.Find(input) is { } now && !now.Equals(before.Find(input))) return true;
        }

        return false;
    }

    // The same fact once more is a reply as well: 是的.
    private static bool Repeats(Message message, Calculator calculator, Input? asked) =>
        asked is YesNoInput yesNo && YesNoFiller.Read(message, calculator, yesNo) is not null;
}
