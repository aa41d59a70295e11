using System.Globalization;
using System.Text.Json;
using Bot.Inputs;
using Bot.Understanding;
using Bot.Understanding.Slots;
using Calculators.Rules;

namespace Bot.LanguageModel.Choosing;

/// <summary>A model's arguments as pointers: which number or date of the message stands for which input. What points nowhere is left away.</summary>
internal static class FigurePointers
{
    /// <summary>The arguments that what is known rests on, in the calculator's order.</summary>
    /// <param name="message">The user's message.</param>
    /// <param name="calculator">The award.</param>
    /// <param name="known">What is known with the arguments that hold.</param>
    /// <param name="arguments">What the model said.</param>
    internal static IReadOnlyList<KeyValuePair<string, int>> Of(Message message, Calculator calculator, KnownFacts known, IDictionary<string, object?> arguments)
    {
        List<KeyValuePair<string, int>> pointers = [];
        foreach (var input in calculator.Inputs)
        {
            if (arguments.TryGetValue(input.Name, out var argument) && argument is JsonElement value && known.Find(input) is { } read && Find(message, input, value, read) is { } at)
                pointers.Add(new(input.Name, at));
        }

        return pointers;
    }

    /// <summary>The arguments that the pointers stand for; null where one points at nothing.</summary>
    internal static Dictionary<string, object?>? Arguments(Message message, Calculator calculator, IReadOnlyList<KeyValuePair<string, int>> pointers)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, at) in pointers)
        {
            JsonElement? value = calculator.FindInput(name) switch
            {
                MoneyInput or CountInput when at < message.Numbers.Length => Number(message.Numbers[at].Value),
                DateInput when at < message.Dates.Count && message.Dates[at].Date is { } day => JsonSerializer.SerializeToElement(day.ToString("O", CultureInfo.InvariantCulture)),
                _ => null,
            };
            if (value is null || !arguments.TryAdd(name, value)) return null;
        }

        return arguments;
    }

    // The first that has the value stands for all; it counts where what is known is what the reader makes of one of them.
    private static int? Find(Message message, Input input, JsonElement value, Known read)
    {
        switch (input)
        {
            case MoneyInput or CountInput when value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var figure):
                int? first = null;
                for (var i = 0; i < message.Numbers.Length; i++)
                {
                    if (message.Numbers[i].Value != figure) continue;
                    first ??= i;
                    if (read.Equals(NumberFiller.ToKnown(message, input, message.Numbers[i]))) return first;
                }

                return null;
            case DateInput when value.ValueKind == JsonValueKind.String && ValueReader.Day(value.GetString()!) is { } day && read.Value is DateOnly known && known == day:
                for (var i = 0; i < message.Dates.Count; i++)
                {
                    if (message.Dates[i].Date == day) return i;
                }

                return null;
            default:
                return null;
        }
    }

    // In plain digits, whatever scale it was read with: a count is a whole number.
    private static JsonElement Number(decimal value)
    {
        using var json = JsonDocument.Parse(value.ToString("0.############################", CultureInfo.InvariantCulture));
        return json.RootElement.Clone();
    }
}
