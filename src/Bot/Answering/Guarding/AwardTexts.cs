using Calculators.Awards;
using Calculators.Money;

namespace Bot.Answering.Guarding;

/// <summary>Every text that an award may be shown with; nothing else of an award is ever shown.</summary>
internal static class AwardTexts
{
    internal static HashSet<string> Of(Award award)
    {
        HashSet<string> texts = new(StringComparer.Ordinal) { Amount(award), award.Amount.Chinese() };
        foreach (var share in award.Shares)
        {
            texts.Add(share.Payer);
            texts.Add(share.Amount.Chinese());
        }

        foreach (var step in award.Steps) texts.Add(step.Text);
        foreach (var unmet in award.Unmet) texts.Add(unmet.Condition);
        foreach (var caveat in award.Caveats) texts.Add(caveat.Text);
        if (award.Next is { } next) texts.Add(next.Text);
        if (award.Places is { } places) texts.Add(Places(places));
        return texts;
    }

    /// <summary>The amount with the words that bound it.</summary>
    internal static string Amount(Award award) => award.IsCeiling ? $"不超过{award.Amount.Chinese()}" : award.Amount.Chinese();

    internal static string Places(int places) => $"{places}个";
}
