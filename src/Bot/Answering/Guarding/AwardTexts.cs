using Calculators.Awards;
using Calculators.Money;

namespace Bot.Answering.Guarding;

/// <summary>Every text that an award may be shown with; nothing else of an award is ever shown.</summary>
internal static class AwardTexts
{
    private const char Stop = '。';

    /// <summary>A step as it stands inside of a sentence.</summary>
    internal static string WithoutStop(Step step) => step.Text.TrimEnd(Stop);

    /// <summary>Whether an award says this; what is there already is looked at before an amount is written out.</summary>
    internal static bool Say(Award award, string text)
    {
        for (var i = 0; i < award.Steps.Count; i++)
        {
            var step = award.Steps[i];
            // Inside of a sentence a step goes without its own stop.
            if (step.Text == text || (step.Text.EndsWith(Stop) && step.Text.AsSpan(0, step.Text.Length - 1).SequenceEqual(text))) return true;
        }

        for (var i = 0; i < award.Unmet.Count; i++)
        {
            if (award.Unmet[i].Condition == text) return true;
        }

        for (var i = 0; i < award.Caveats.Count; i++)
        {
            if (award.Caveats[i].Text == text) return true;
        }

        if (award.Next?.Text == text || text == award.Amount.Chinese() || text == Amount(award)) return true;
        foreach (var share in award.Shares)
        {
            if (share.Payer == text || share.Amount.Chinese() == text) return true;
        }

        return award.Places is { } places && Places(places) == text;
    }

    /// <summary>The amount with the words that bound it.</summary>
    internal static string Amount(Award award) => award.IsCeiling ? $"不超过{award.Amount.Chinese()}" : award.Amount.Chinese();

    internal static string Places(int places) => $"{places}个";
}
