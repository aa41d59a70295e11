using Bot.Understanding.Marks;
using Calculators.Rules;

namespace Bot.Understanding.Slots;

/// <summary>Whether several apply together, by this message or by what was said before.</summary>
internal static class Together
{
    /// <summary>Whether they do.</summary>
    /// <param name="message">The message.</param>
    /// <param name="calculator">The award that they apply for.</param>
    /// <param name="known">What is known.</param>
    internal static bool Apply(Message message, Calculator calculator, KnownFacts? known)
    {
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is Meaning.Chooses { Option.Prevails: true } chooses && chooses.Calculator == calculator) return true;
        }

        for (var k = 0; k < calculator.Inputs.Count; k++)
        {
            if (calculator.Inputs[k] is ChoiceInput choice && known?.Find(choice)?.Value is string value && choice.Options.Any(o => o.Prevails && o.Value == value)) return true;
        }

        return false;
    }
}
