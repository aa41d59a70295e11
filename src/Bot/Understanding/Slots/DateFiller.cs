using Bot.Understanding.Marks;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <summary>Reads a day that stands near the words that introduce it: 要到2025年10月31日才能把材料交到省里.</summary>
internal static class DateFiller
{
    private const int Farthest = 16;

    /// <summary>The day; null where the message gives none for this input.</summary>
    internal static DateOnly? Read(Message message, Calculator calculator, DateInput input, Input? asked)
    {
        foreach (var date in message.Dates)
        {
            if ((date.Date ?? OfTheYear(message, date)) is not { } day) continue;
            if (asked?.Name == input.Name) return day;
            foreach (var mark in message.Marks)
            {
                if (mark.Meaning is not Meaning.InputWord word || word.Calculator != calculator || word.Input.Name != input.Name) continue;
                var distance = mark.Start >= date.Span.End ? mark.Start - date.Span.End : date.Span.Start - mark.End;
                if (distance <= Farthest) return day;
            }
        }

        return null;
    }

    // 10月30日: of the year that is spoken of, or of the one that the answer is for.
    private static DateOnly? OfTheYear(Message message, DateReading date)
    {
        if (message.AsOf is not { } asOf || date.Year is not null || date is not { Month: not null, Day: not null }) return null;
        var year = Years.Of(message.Text, date.Span.Start) is >= -3 and <= 0 and var back ? asOf.Year + back : asOf.Year;
        return (date with { Year = year }).Date;
    }
}
