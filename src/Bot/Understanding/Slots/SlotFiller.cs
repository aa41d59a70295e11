using System.Buffers;
using Bot.Understanding.Marks;
using Calculators.Money;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <summary>Takes from a message what it says of a calculator's inputs, and lays it over what is known.</summary>
internal static class SlotFiller
{
    private static readonly SearchValues<char> BeforeNone = SearchValues.Create("目前暂时现在还都倒是也却:");
    private static readonly string[] Nones = ["没有", "没", "无", "冇"];
    private const int NearThing = 4;
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",。;!?");

    /// <summary>What is known after the message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="calculator">Whose inputs to fill.</param>
    /// <param name="known">What was known before; what the message says anew overwrites it.</param>
    /// <param name="asked">The input that was asked for last, where this message may be the reply.</param>
    internal static KnownFacts Fill(Message message, Calculator calculator, KnownFacts known, Input? asked)
    {
        var filled = known;
        for (var k = 0; k < calculator.Inputs.Count; k++)
        {
            var input = calculator.Inputs[k];
            switch (input)
            {
                case YesNoInput yesNo:
                    if ((YesNoFiller.Read(message, calculator, yesNo, filled) ?? YesNoReply.Read(message, calculator, yesNo, asked)) is { } said)
                        filled = filled.With(yesNo, new Known(said, null, ""));
                    break;
                case ChoiceInput choice:
                    if ((ChoiceFiller.Single(ChoiceFiller.Read(message, calculator, choice)) ?? ChoiceFiller.Reply(message, choice, asked)) is { } option)
                        filled = filled.With(choice, new Known(option.Value, null, ""));
                    break;
                case AwardListInput list:
                    filled = FillAwards(message, list, filled);
                    break;
                case DateInput date:
                    if (DateFiller.Read(message, calculator, date, asked) is { } day) filled = filled.With(date, new Known(day, null, ""));
                    break;
            }
        }

        return FillNone(message, calculator, FillNumbers(message, calculator, filled, asked));
    }

    /// <summary>Keeps of a message what holds for the enterprise whatever the talk is about: 我们是规上企业.</summary>
    internal static KnownFacts FillStanding(Message message, KnownFacts known)
    {
        foreach (var mark in message.Marks)
        {
            switch (mark.Meaning)
            {
                // 我们做传感器的 says what the speaker is; 传感器 alone may be what is asked about.
                case Meaning.Chooses { Input.IsStanding: true } chooses when message.Has(Cue.Self):
                    if (ChoiceFiller.Single(ChoiceFiller.Read(message, chooses.Calculator, chooses.Input)) is { } option)
                        known = known.With(chooses.Input, new Known(option.Value, null, ""));
                    break;
                case Meaning.Says { Input.IsStanding: true } says:
                    if (YesNoFiller.Read(message, says.Calculator, says.Input) is { } said) known = known.With(says.Input, new Known(said, null, ""));
                    break;
            }
        }

        return known;
    }

    private static KnownFacts FillNumbers(Message message, Calculator calculator, KnownFacts filled, Input? asked)
    {
        if (message.Numbers.IsEmpty) return filled;
        message = CountReckoning.Reckon(message, calculator, filled);
        var filler = new NumberFiller(message, calculator);
        var given = filler.Read(asked, filled);
        if (filler.Open is { } open && !given.ContainsKey(open.Name)) filled = filled.Without(open);
        filled = NextYear.Turn(message, calculator, filled, given);
        foreach (var (name, number) in given)
        {
            var input = calculator.FindInput(name)!;
            if ((input is CountInput count ? PlacesTaken.Of(message, count, number) : number) is not { } told || NumberFiller.ToKnown(message, input, told) is not { } value) continue;
            filled = filled.With(input, told.IsExact && !value.IsVague ? value : Narrowed(filled.Find(input), value, told));
        }

        filled = FillChanges(message, calculator, filled);
        for (var k = 0; k < calculator.Inputs.Count; k++)
        {
            var input = calculator.Inputs[k];
            // 去年拿过25万那档: the award tells the tier, and the tier's threshold stands for the figure of that year.
            if (input is not MoneyInput { ToldByAward: { } told } money) continue;
            foreach (var number in message.Numbers)
            {
                if (!number.IsExact || !EarlierAwards.IsEarlierAward(message.Text, number, told)) continue;
                if (told.Find(filled.Corners(calculator)[0], Yuan.Of(number.Value)) is { } value)
                    filled = filled.With(money, new Known(value, null, message.Words(number.Span)));
            }
        }

        return filled;
    }

    // 4亿到6亿, and then 5亿以上没有: a bound of what is open narrows it. Another span takes its place.
    private static Known Narrowed(Known? before, Known now, NumberReading number)
    {
        if (before is not { Value: Yuan low, High: Yuan high } || now is not { Value: Yuan from, High: Yuan to } || number.Precision == NumberPrecision.Range || number.Precision == NumberPrecision.Approximate) return now;
        var (least, most) = (from.Amount > low.Amount ? from : low, number.Precision == NumberPrecision.AtLeast && from.Amount > 0m ? high : to.Amount < high.Amount ? to : high);
        return least.Amount <= most.Amount ? new Known(least, most, now.Words) : now;
    }

    // 那加两家呢: onto what was said before; without that, there is nothing to add to.
    private static KnownFacts FillChanges(Message message, Calculator calculator, KnownFacts filled)
    {
        foreach (var number in message.Numbers)
        {
            var change = FigureContext.Change(message.Text, number);
            if (change == 0 || !number.IsExact || OnlyKnown(calculator, number, filled) is not { } input) continue;
            var before = filled.Find(input)!.Value is Yuan yuan ? yuan.Amount : (int)filled.Find(input)!.Value;
            // 加一家外县的: it adds none of those that count.
            if (FigureContext.ContainsAnyOf(FigureContext.After(message.Text, number.Span.End, NearThing, Breaks), input.NotWords)) change = 0;
            if (KnownFacts.Convert(input, before + (change * number.Value)) is { } after) filled = filled.With(input, new Known(after, null, message.Words(number.Span)));
        }

        return filled;
    }

    // The one input whose exact value the figure can change; null where there is none, or a choice.
    private static Input? OnlyKnown(Calculator calculator, NumberReading number, KnownFacts filled)
    {
        Input? only = null;
        for (var k = 0; k < calculator.Inputs.Count; k++)
        {
            var input = calculator.Inputs[k];
            if (input is not (MoneyInput or CountInput) || !NumberFiller.Fits(input, number) || filled.Find(input) is not { IsVague: false }) continue;
            if (only is not null) return null;
            only = input;
        }

        return only;
    }

    // 我们县没有龙头企业: none is a count.
    private static KnownFacts FillNone(Message message, Calculator calculator, KnownFacts filled)
    {
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is not Meaning.InputWord { Input: CountInput count } word || word.Calculator != calculator) continue;
            if (filled.Find(count) is not null) continue;
            // 龙头企业还没有.
            if (IsNoneBehind(message.Text, mark.End))
            {
                filled = filled.With(count, new Known(0, null, ""));
                continue;
            }

            if (mark.Start == 0) continue;
            var before = message.Text.AsSpan(0, mark.Start);
            if (before.EndsWith("没有") || before.EndsWith("没") || before.EndsWith("无") || before.EndsWith("没得") || before.EndsWith("还没有") || before.EndsWith("零"))
                filled = filled.With(count, new Known(0, null, ""));
        }

        return filled;
    }

    private static bool IsNoneBehind(string text, int end)
    {
        var at = end;
        while (at < text.Length && BeforeNone.Contains(text[at])) at++;
        foreach (var none in Nones)
        {
            if (!text.AsSpan(at).StartsWith(none, StringComparison.Ordinal)) continue;
            var rest = text.AsSpan(at + none.Length).TrimStart("的呢啊呀了");
            // 龙头企业没有? asks.
            return rest.IsEmpty || rest[0] is ',' or '。' or ';' or '!' or '\n';
        }

        return false;
    }

    private static KnownFacts FillAwards(Message message, AwardListInput list, KnownFacts filled)
    {
        var before = filled.Find(list)?.Value as IReadOnlyList<NamedAmount> ?? [];
        var named = AwardListFiller.Read(message, before);
        if (named.Count == 0) return filled;
        // The same policy named again is a correction; another one is added.
        List<NamedAmount> all = [.. before.Where(b => !named.Exists(n => AwardListFiller.IsSame(n.Name, b.Name))), .. named];
        return filled.With(list, new Known(all, null, ""));
    }
}
