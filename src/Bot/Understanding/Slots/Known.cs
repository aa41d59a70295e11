using System.Collections.Immutable;
using Calculators.Money;
using Calculators.Rules;

namespace Bot.Understanding.Slots;

/// <summary>What a user said of an input: one value, or an interval where the words were vague.</summary>
/// <param name="Value">The value (as <see cref="Facts"/> holds it); for an interval its lower end.</param>
/// <param name="High">The upper end of an interval; null for one value.</param>
/// <param name="Words">The user's own words; empty where the value was implied.</param>
internal sealed record Known(object Value, object? High, string Words)
{
    internal bool IsVague => High is not null;
}

/// <summary>Everything known in a conversation, by input name. Never changes.</summary>
internal sealed record KnownFacts(ImmutableSortedDictionary<string, Known> Values)
{
    internal static readonly KnownFacts None = new(ImmutableSortedDictionary.Create<string, Known>(StringComparer.Ordinal));

    internal Known? Find(Input input) => Values.GetValueOrDefault(input.Name);

    internal KnownFacts With(Input input, Known known) => new(Values.SetItem(input.Name, known));

    internal KnownFacts Without(Input input) => new(Values.Remove(input.Name));

    /// <summary>The facts for a calculator: one set where all is exact, one for each corner where intervals are among them.</summary>
    internal List<Facts> Corners(Calculator calculator)
    {
        List<Facts> corners = [Facts.None];
        foreach (var input in calculator.Inputs)
        {
            if (Find(input) is not { } known || !Applies(input)) continue;
            if (known.High is not { } high)
            {
                for (var i = 0; i < corners.Count; i++) corners[i] = corners[i].With(input, known.Value);
                continue;
            }

            List<Facts> split = [.. corners.Select(c => c.With(input, known.Value)), .. corners.Select(c => c.With(input, high))];
            corners = split;
        }

        return corners;
    }

    /// <summary>The inputs of a calculator that are known only vaguely.</summary>
    internal IEnumerable<Input> Vague(Calculator calculator) => calculator.Inputs.Where(i => Find(i) is { IsVague: true });

    // A lead applicant that was named is no fact for an applicant that applies alone.
    private bool Applies(Input input) =>
        input.OnlyWhere is not { } only || (Find(only.Choice)?.Value as string) == only.Value;

    /// <summary>An amount in the type that an input holds.</summary>
    internal static object? Convert(Input input, decimal value) => input switch
    {
        MoneyInput when value >= 0 && value <= Yuan.Greatest.Amount && decimal.Round(value, 2) == value => Yuan.Of(value),
        CountInput when value >= 0 && value <= int.MaxValue && decimal.Truncate(value) == value => (int)value,
        _ => null,
    };
}
