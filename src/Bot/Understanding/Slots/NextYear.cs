using Calculators.Money;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <summary>那明年涨到4.9亿呢: the figure that was this year's is then one of the years before.</summary>
internal static class NextYear
{
    private static readonly string[] Words = ["明年", "来年", "下一年", "后年"];

    /// <summary>What is known when the year turns; the same where the message tells no later year's figure.</summary>
    /// <param name="message">The message.</param>
    /// <param name="calculator">Whose inputs.</param>
    /// <param name="known">What was known before it.</param>
    /// <param name="given">The figures of the message, by input.</param>
    internal static KnownFacts Turn(Message message, Calculator calculator, KnownFacts known, IReadOnlyDictionary<string, NumberReading> given)
    {
        if (Earlier(calculator) is not { } earlier || given.ContainsKey(earlier.Name)) return known;
        if (Current(calculator) is not { } current || !given.TryGetValue(current.Name, out var number) || !FigureContext.SaysBefore(message.Text, number, Words)) return known;
        if (known.Find(current) is not { IsVague: false, Value: Yuan before } was) return known;
        var highest = known.Find(earlier);
        return highest is null or { IsVague: false, Value: Yuan } && !((highest?.Value as Yuan?)?.Amount >= before.Amount) ? known.With(earlier, was) : known;
    }

    private static MoneyInput? Earlier(Calculator calculator) => calculator.Inputs.OfType<MoneyInput>().FirstOrDefault(static i => i is { Required: false, WordsBeforeLater.Count: > 0 });

    private static MoneyInput? Current(Calculator calculator) => calculator.Inputs.OfType<MoneyInput>().FirstOrDefault(static i => i.Required);
}
