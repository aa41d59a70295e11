using Bot.Understanding.Marks;
using Calculators.Rules;

namespace Bot.Understanding.Slots;

/// <summary>Reads the reply to a yes-or-no question: 是的, 还没有, or the name of what was asked for.</summary>
internal static class YesNoReply
{
    private const int Short = 8;

    /// <summary>What the message replies; null where the input was not asked for, or the message says nothing of it.</summary>
    internal static bool? Read(Message message, Calculator calculator, YesNoInput input, Input? asked)
    {
        if (asked?.Name != input.Name) return null;
        // 第一次, asked whether it was so before; 不是第一次 leaves it open.
        foreach (var word in input.NoInReply)
        {
            if (message.Text.IndexOf(word, StringComparison.Ordinal) is >= 0 and <= Short and var at) return Negation.Before(message.Text, at) ? null : false;
        }

        foreach (var mark in message.Marks)
        {
            if (mark.Start > 1 || mark.Meaning is not Meaning.Signals { Cue: var cue } || cue is not (Cue.Yes or Cue.No)) continue;
            // 有 at the head of a long sentence is no reply.
            if (mark.Start != 0 && message.Text.Length > Short) continue;
            var (length, yes) = LongestAtStart(message, mark.Start);
            return SaysOfAnother(message, calculator, input, mark.Start + length) ? null : yes;
        }

        // Asked for it, the user repeats its name: 本地的，数字经济核心产业.
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is Meaning.InputWord word && word.Input.Name == input.Name && !message.Has(Cue.Question) && !LongAgo.IsBefore(message.Text, mark.Start, message.AsOf)) return !Negation.Before(message.Text, mark.Start);
        }

        return null;
    }

    // 是互联网百强, asked whether it is the first time: the word belongs to what it stands before.
    private static bool SaysOfAnother(Message message, Calculator calculator, YesNoInput asked, int start)
    {
        var another = false;
        foreach (var mark in message.Marks)
        {
            if (mark.Start > start) break;
            if (mark.Start < start) continue;
            var said = mark.Meaning switch
            {
                Meaning.Says says when says.Calculator == calculator => says.Input.Name,
                Meaning.Chooses chooses when chooses.Calculator == calculator => chooses.Input.Name,
                _ => null,
            };
            if (said == asked.Name) return false;
            another |= said is not null;
        }

        return another;
    }

    private static (int Length, bool Yes) LongestAtStart(Message message, int start)
    {
        var (length, yes) = (0, false);
        foreach (var mark in message.Marks)
        {
            if (mark.Start == start && mark.Length > length && mark.Meaning is Meaning.Signals { Cue: Cue.Yes or Cue.No } signal)
                (length, yes) = (mark.Length, signal.Cue == Cue.Yes);
        }

        return (length, yes);
    }
}
