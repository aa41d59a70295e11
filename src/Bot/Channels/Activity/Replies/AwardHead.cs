using System.Globalization;
using System.Text.Json;
using Calculators.Awards;
using Calculators.Money;

namespace Bot.Channels.Activity.Replies;

/// <summary>What an award comes to, in one line: the same whether it was just worked out or is read back from the store.</summary>
/// <param name="Calculator">The calculator's name.</param>
/// <param name="Eligible">Whether every condition is met.</param>
/// <param name="Amount">What is awarded.</param>
/// <param name="IsCeiling">Whether that is the most that may be granted.</param>
/// <param name="Places">How many places a year, as digits; null where it is no matter of places.</param>
internal readonly record struct AwardHead(string Calculator, bool Eligible, Yuan Amount, bool IsCeiling, string? Places)
{
    /// <summary>Of an award as it was worked out.</summary>
    internal static AwardHead Of(Award award) => new(award.Calculator, award.Eligible, award.Amount, award.IsCeiling, award.Places?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Of a recorded one.</summary>
    internal static AwardHead Of(JsonElement award) => new(
        award.GetProperty("calculator").GetString()!,
        award.GetProperty("eligible").GetBoolean(),
        Money(award.GetProperty("amount")),
        award.GetProperty("isCeiling").GetBoolean(),
        award.TryGetProperty("places", out var places) ? places.GetRawText() : null);

    /// <summary>A recorded amount.</summary>
    internal static Yuan Money(JsonElement number) =>
        Yuan.TryParse(number.GetRawText(), out var yuan) ? yuan : throw new FormatException("A recorded amount is no amount.");

    /// <summary>The line.</summary>
    internal string Outcome()
    {
        if (!Eligible) return "暂不符合条件";
        if (Places is { } places) return $"每年{places}个名额";
        // Conditions alone were checked: there is no amount to show.
        if (Amount.Amount <= 0) return "符合已核对的条件";
        return IsCeiling ? $"不超过{Amount.Chinese()}" : Amount.Chinese();
    }
}
