using Bot.Understanding.Marks;
using Calculators.Rules;

namespace Bot.Understanding.Slots;

/// <summary>Reads choices: the options that a message names and does not deny.</summary>
internal static class ChoiceFiller
{
    private const int ShortestReply = 2;

    /// <summary>The options named, each once, in order of where they stand; a phrase inside a longer one of the same calculator does not count.</summary>
    internal static List<(Option Option, Mark Mark)> Read(Message message, Calculator calculator, ChoiceInput input)
    {
        List<(Option Option, Mark Mark)> named = [];
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is not Meaning.Chooses chooses || chooses.Calculator != calculator || chooses.Input.Name != input.Name) continue;
            if (IsHidden(message, mark) || IsRank(message.Text, mark) || Negation.Before(message.Text, mark.Start) || Negation.Asks(message.Text, mark.Start)) continue;
            // 联合还是单独报还没定: none is chosen, whatever else is named.
            if (message.Text.Contains("还是", StringComparison.Ordinal) && Undecided.Is(message.Text, mark.Start, mark.End)) return [];
            var at = Place(named, chooses.Option);
            if (at < 0) named.Add((chooses.Option, mark));
            else if (mark.Length > named[at].Mark.Length) named[at] = (chooses.Option, mark);
        }

        // 我们是县，按国家级开发区给算: what one is holds against what is demanded.
        if (named.Count > 1 && named.Exists(n => !IsDemanded(message, n))) named.RemoveAll(n => IsDemanded(message, n));
        if (named.Count > 1 && message.Has(Cue.Correction)) TakeBack(message, named);
        return named;
    }

    // 示范项目，其实是示范区: what is named behind the correction replaces what stands before it.
    private static void TakeBack(Message message, List<(Option Option, Mark Mark)> named)
    {
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is Meaning.Signals { Cue: Cue.Correction } && named.Exists(n => n.Mark.Start >= mark.End)) named.RemoveAll(n => n.Mark.End <= mark.Start);
        }
    }

    /// <summary>The option meant where one is: the only one, or the one that is named at greatest length (联合申报 beside 县), the last of those: 厂房里建基站.</summary>
    internal static Option? Single(List<(Option Option, Mark Mark)> named) => named.Count switch
    {
        0 => null,
        1 => named[0].Option,
        _ => named.Find(n => n.Option.Prevails).Option ?? Enumerable.Reverse(named).MaxBy(n => n.Mark.Length).Option,
    };

    /// <summary>The option that a short reply to its question begins: 省级的 for 省级开发区; null where it begins none, or several.</summary>
    internal static Option? Reply(Message message, ChoiceInput input, Input? asked)
    {
        if (asked?.Name != input.Name) return null;
        var said = message.Text.Trim(' ', '。', '!', '是', '的', '吧', '呢', '啊');
        if (said.Length < ShortestReply) return null;
        Option? begun = null;
        foreach (var option in input.Options)
        {
            if (!option.Label.StartsWith(said, StringComparison.Ordinal)) continue;
            if (begun is not null) return null;
            begun = option;
        }

        return begun;
    }

    private static bool IsDemanded(Message message, (Option Option, Mark Mark) named) =>
        !named.Option.Prevails && Instruction.IsDemanded(message.Text, named.Mark.Start, named.Mark.End);

    private static int Place(List<(Option Option, Mark Mark)> named, Option option)
    {
        for (var i = 0; i < named.Count; i++)
        {
            if (named[i].Option.Value == option.Value) return i;
        }

        return -1;
    }

    // 我们县级数字园区: the rank of a park, no county that speaks.
    private static bool IsRank(string text, Mark mark) => mark.End < text.Length && text[mark.End] == '级' && text[mark.End - 1] != '级';

    private static bool IsHidden(Message message, Mark mark)
    {
        foreach (var other in message.Marks)
        {
            if (mark.Inside(other) && other.Meaning is Meaning.Chooses) return true;
        }

        return false;
    }
}
