using System.Text.Json;
using Bot.Inputs;
using Bot.Understanding;
using Bot.Understanding.Deciding;
using Bot.Understanding.Slots;
using Calculators.Money;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.LanguageModel.Choosing;

/// <summary>
/// Holds a model's arguments against the user's own words. A figure or a date counts where the reader of numbers finds the same
/// value in the message, and no word there says that it is something else; the value is then the reader's, with its bounds, not the
/// model's. A choice or a yes counts where the declaration's own words read the same. Whatever else was said is asked for.
/// </summary>
internal sealed class Grounding(IReadOnlyList<Calculator> calculators)
{
    /// <summary>What is known with the arguments that hold.</summary>
    /// <param name="message">The user's message.</param>
    /// <param name="told">What code read from it.</param>
    /// <param name="arguments">What the model says was in it.</param>
    /// <param name="unfounded">How many arguments do not hold.</param>
    internal KnownFacts Add(Message message, AwardCase told, IDictionary<string, object?> arguments, out int unfounded)
    {
        var known = WithoutGuesses(message, told, arguments);
        unfounded = 0;
        foreach (var (name, argument) in arguments)
        {
            if (argument is not JsonElement value || told.Calculator.FindInput(name) is not { } input)
            {
                unfounded++;
                continue;
            }

            // What the user's words say by themselves stands, whatever the model makes of them.
            if (known.Find(input) is { } read) unfounded += Same(read.Value, value) ? 0 : 1;
            else if (Find(message, input, value) is { } found) known = known.With(input, found);
            else unfounded++;
        }

        return known;
    }

    // A figure without words of its own goes to the only input that it can be, where the award is certain. Here a model chose the
    // award: such a figure counts only where the model, too, says that it is this input, and no word says that it is another.
    private KnownFacts WithoutGuesses(Message message, AwardCase told, IDictionary<string, object?> arguments)
    {
        var known = told.Known;
        foreach (var input in told.Calculator.Inputs)
        {
            if (input is not (MoneyInput or CountInput) || told.Alone.Find(input) is not { } read || !read.Equals(known.Find(input))) continue;
            var numbers = message.Numbers.Where(n => read.Equals(NumberFiller.ToKnown(message, input, n))).ToList();
            if (numbers.Count == 0 || numbers.Exists(n => Says(message, input, n) == Label.Own)) continue;
            if (numbers.TrueForAll(n => Says(message, input, n) == Label.Other) || !IsArgued(input, numbers, arguments)) known = known.Without(input);
        }

        return known;
    }

    private static bool IsArgued(Input input, List<NumberReading> numbers, IDictionary<string, object?> arguments) =>
        arguments.TryGetValue(input.Name, out var argument) && argument is JsonElement { ValueKind: JsonValueKind.Number } value
        && value.TryGetDecimal(out var figure) && numbers.Exists(n => n.Value == figure);

    private Known? Find(Message message, Input input, JsonElement value) => input switch
    {
        MoneyInput or CountInput when value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var figure) => Figure(message, input, figure),
        DateInput when value.ValueKind == JsonValueKind.String && ValueReader.Day(value.GetString()!) is { } day && message.Dates.Any(d => d.Date == day) => new Known(day, null, ""),
        // Choices, a yes and lists of awards are read by the declaration's words alone, and were not found by them.
        _ => null,
    };

    private Known? Figure(Message message, Input input, decimal figure)
    {
        foreach (var number in message.Numbers)
        {
            if (number.Value != figure || !NumberFiller.Fits(input, number)) continue;
            if (FigureContext.IsNoFact(message.Text, number) || FigureContext.IsReplacing(message.Text, number) || Says(message, input, number) == Label.Other) continue;
            if (NumberFiller.ToKnown(message, input, number) is { } known) return known;
        }

        return null;
    }

    // 合同签了3000万 is not what was executed, and 营收3000万 is no investment.
    private Label Says(Message message, Input input, NumberReading number)
    {
        var label = Label.None;
        foreach (var calculator in calculators)
        {
            foreach (var (name, labelled) in new NumberFiller(message, calculator).Labelled())
            {
                if (labelled.Span != number.Span) continue;
                if (name == input.Name) return Label.Own;
                label = Label.Other;
            }
        }

        return label;
    }

    private static bool Same(object known, JsonElement value) => known switch
    {
        Yuan yuan => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) && amount == yuan.Amount,
        int count => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number == count,
        bool yes => value.ValueKind is JsonValueKind.True or JsonValueKind.False && value.GetBoolean() == yes,
        string choice => value.ValueKind == JsonValueKind.String && value.GetString() == choice,
        DateOnly day => value.ValueKind == JsonValueKind.String && ValueReader.Day(value.GetString()!) == day,
        _ => false,
    };

    // What the words around a figure say that it is.
    private enum Label
    {
        None,
        Own,
        Other,
    }
}
