using Calculators.Money;

namespace Calculators.Rules;

/// <summary>What is known: values by input name. Never changes; <see cref="With"/> gives another.</summary>
public sealed class Facts
{
    /// <summary>Nothing known.</summary>
    public static readonly Facts None = new([]);

    // A handful: looking through them is quicker than any tree, and each change copies them.
    private readonly KeyValuePair<string, object>[] values;

    private Facts(KeyValuePair<string, object>[] values) => this.values = values;

    /// <summary>The names of what is known.</summary>
    public IEnumerable<string> Names => values.Select(v => v.Key);

    /// <summary>Whether the input is known.</summary>
    public bool Has(Input input) => Find(input.Name) is not null;

    /// <summary>The raw value (<see cref="Yuan"/>, int, bool, string, <see cref="DateOnly"/> or a list of <see cref="NamedAmount"/>); null where unknown.</summary>
    public object? Find(string name) => Place(name) is var at and >= 0 ? values[at].Value : null;

    /// <summary>The same with one value more or another.</summary>
    /// <exception cref="ArgumentException">The value's type is not the input's.</exception>
    public Facts With(Input input, object value)
    {
        var fits = input switch
        {
            MoneyInput => value is Yuan,
            CountInput => value is int,
            YesNoInput => value is bool,
            ChoiceInput choice => value is string text && Offers(choice, text),
            DateInput => value is DateOnly,
            AwardListInput => value is IReadOnlyList<NamedAmount> { Count: > 0 },
            _ => false,
        };
        return fits
            ? new Facts(Set(input.Name, value))
            : throw new ArgumentException($"{input.Name} cannot be {value}.", nameof(value));
    }

    /// <summary>The same without one value.</summary>
    public Facts Without(Input input) => Place(input.Name) is var at and >= 0 ? new([.. values.AsSpan(0, at), .. values.AsSpan(at + 1)]) : this;

    /// <summary>The amount, or the input's default.</summary>
    public Yuan this[MoneyInput input] => Find(input.Name) is { } value ? (Yuan)value : Otherwise(input, input.Default);

    /// <summary>The count, or the input's default.</summary>
    public int this[CountInput input] => Find(input.Name) is { } value ? (int)value : Otherwise(input, input.Default);

    /// <summary>Yes or no, or the input's default.</summary>
    public bool this[YesNoInput input] => Find(input.Name) is { } value ? (bool)value : Otherwise(input, input.Default);

    /// <summary>The chosen value.</summary>
    public string this[ChoiceInput input] => Find(input.Name) is { } value ? (string)value : throw Unknown(input);

    /// <summary>The day, or null where an optional one is not given.</summary>
    public DateOnly? this[DateInput input] => Find(input.Name) is { } value ? (DateOnly)value : Otherwise<DateOnly?>(input, null);

    /// <summary>The list.</summary>
    public IReadOnlyList<NamedAmount> this[AwardListInput input] =>
        Find(input.Name) is { } value ? (IReadOnlyList<NamedAmount>)value : throw Unknown(input);

    private KeyValuePair<string, object>[] Set(string name, object value)
    {
        var at = Place(name) is var there and >= 0 ? there : values.Length;
        var changed = new KeyValuePair<string, object>[Math.Max(values.Length, at + 1)];
        values.CopyTo(changed, 0);
        changed[at] = new(name, value);
        return changed;
    }

    private int Place(string name)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Key == name) return i;
        }

        return -1;
    }

    private static bool Offers(ChoiceInput choice, string value)
    {
        foreach (var option in choice.Options)
        {
            if (option.Value == value) return true;
        }

        return false;
    }

    private static T Otherwise<T>(Input input, T value) => input.Required ? throw Unknown(input) : value;

    private static InvalidOperationException Unknown(Input input) => new($"{input.Name} is required and not known.");
}
