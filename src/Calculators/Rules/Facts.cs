using System.Collections.Immutable;
using Calculators.Money;

namespace Calculators.Rules;

/// <summary>What is known: values by input name. Never changes; <see cref="With"/> gives another.</summary>
public sealed class Facts
{
    /// <summary>Nothing known.</summary>
    public static readonly Facts None = new(ImmutableDictionary.Create<string, object>(StringComparer.Ordinal));

    private readonly ImmutableDictionary<string, object> values;

    private Facts(ImmutableDictionary<string, object> values) => this.values = values;

    /// <summary>The names of what is known.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>Whether the input is known.</summary>
    public bool Has(Input input) => values.ContainsKey(input.Name);

    /// <summary>The raw value (<see cref="Yuan"/>, int, bool, string, <see cref="DateOnly"/> or a list of <see cref="NamedAmount"/>); null where unknown.</summary>
    public object? Find(string name) => values.GetValueOrDefault(name);

    /// <summary>The same with one value more or another.</summary>
    /// <exception cref="ArgumentException">The value's type is not the input's.</exception>
    public Facts With(Input input, object value)
    {
        var fits = input switch
        {
            MoneyInput => value is Yuan,
            CountInput => value is int,
            YesNoInput => value is bool,
            ChoiceInput choice => value is string text && choice.Options.Any(o => o.Value == text),
            DateInput => value is DateOnly,
            AwardListInput => value is IReadOnlyList<NamedAmount> { Count: > 0 },
            _ => false,
        };
        return fits
            ? new Facts(values.SetItem(input.Name, value))
            : throw new ArgumentException($"{input.Name} cannot be {value}.", nameof(value));
    }

    /// <summary>The same without one value.</summary>
    public Facts Without(Input input) => new(values.Remove(input.Name));

    /// <summary>The amount, or the input's default.</summary>
    public Yuan this[MoneyInput input] => values.TryGetValue(input.Name, out var value) ? (Yuan)value : Otherwise(input, input.Default);

    /// <summary>The count, or the input's default.</summary>
    public int this[CountInput input] => values.TryGetValue(input.Name, out var value) ? (int)value : Otherwise(input, input.Default);

    /// <summary>Yes or no, or the input's default.</summary>
    public bool this[YesNoInput input] => values.TryGetValue(input.Name, out var value) ? (bool)value : Otherwise(input, input.Default);

    /// <summary>The chosen value.</summary>
    public string this[ChoiceInput input] => values.TryGetValue(input.Name, out var value) ? (string)value : throw Unknown(input);

    /// <summary>The day, or null where an optional one is not given.</summary>
    public DateOnly? this[DateInput input] => values.TryGetValue(input.Name, out var value) ? (DateOnly)value : Otherwise<DateOnly?>(input, null);

    /// <summary>The list.</summary>
    public IReadOnlyList<NamedAmount> this[AwardListInput input] =>
        values.TryGetValue(input.Name, out var value) ? (IReadOnlyList<NamedAmount>)value : throw Unknown(input);

    private static T Otherwise<T>(Input input, T value) => input.Required ? throw Unknown(input) : value;

    private static InvalidOperationException Unknown(Input input) => new($"{input.Name} is required and not known.");
}
