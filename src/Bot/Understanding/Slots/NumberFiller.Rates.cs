using Bot.Understanding.Marks;
using Calculators.Rules;

namespace Bot.Understanding.Slots;

/// <content>Figures of a part of the year: 前三季度4200万 is no year's; 每季度400万 is a year's fourth, and four of them are its figure.</content>
internal sealed partial class NumberFiller
{
    private bool IsYearly => Current is MoneyInput { IsPerYear: true };

    // 前三季度营收4200万 is no year's revenue, and three quarters make none.
    private void LeavePartsOfYear()
    {
        if (!IsYearly) return;
        var grows = Earlier is not null;
        var whole = message.Numbers.Any(n => PartsOfYear.IsWhole(message.Text, n));
        foreach (var number in message.Numbers)
        {
            if (taken.Contains(number) || (!whole && PartsOfYear.TimesAYear(message, number) is not null)) continue;
            if (PartsOfYear.Is(message.Text, number, grows) || PartsOfYear.IsRate(message.Text, number) || (whole && grows && PartsOfYear.IsByNow(message.Text, number))) taken.Add(number);
            else continue;
            // 换一家，做软件的，每月300万: another firm's, not a part of the year told before.
            if (message.Marks.Any(m => m.Meaning is Meaning.Chooses chooses && chooses.Calculator == calculator)) Open = Current;
        }
    }

    // 月均900万 was given as the figure; the year has twelve of them. 去年月均700万 likewise.
    private void CompleteYear()
    {
        if (!IsYearly) return;
        foreach (var input in inputs)
        {
            if (input is not MoneyInput || !given.TryGetValue(input.Name, out var number) || !message.Numbers.Contains(number)) continue;
            if (PartsOfYear.TimesAYear(message, number) is not { } times) continue;
            given[input.Name] = number with { Value = number.Value * times, Low = number.Low * times, High = number.High * times };
        }
    }
}
