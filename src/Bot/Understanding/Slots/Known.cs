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
internal sealed class KnownFacts
{
    internal static readonly KnownFacts None = new([]);

    // Sorted by name. A handful: looking through them is quicker than any tree, and each change copies them.
    private readonly KeyValuePair<string, Known>[] values;

    private KnownFacts(KeyValuePair<string, Known>[] values) => this.values = values;

    /// <summary>What is known, in order of the names.</summary>
    internal IReadOnlyList<KeyValuePair<string, Known>> Values => values;

    internal bool IsEmpty => values.Length == 0;

    internal Known? Find(Input input) => Place(input.Name, out var at) ? values[at].Value : null;

    internal KnownFacts With(Input input, Known known) => With(input.Name, known);

    internal KnownFacts With(string name, Known known)
    {
        var there = Place(name, out var at);
        if (there && values[at].Value.Equals(known)) return this;
        var changed = new KeyValuePair<string, Known>[values.Length + (there ? 0 : 1)];
        values.AsSpan(0, at).CopyTo(changed);
        changed[at] = new(name, known);
        values.AsSpan(there ? at + 1 : at).CopyTo(changed.AsSpan(at + 1));
        return new KnownFacts(changed);
    }

    internal KnownFacts Without(Input input) => Place(input.Name, out var at) ? new([.. values.AsSpan(0, at), .. values.AsSpan(at + 1)]) : this;

    /// <summary>The facts for a calculator: one set where all is exact, one for each corner where intervals are among them.</summary>
    internal List<Facts> Corners(Calculator calculator)
    {
        List<Facts> corners = new(1) { Facts.None };
        for (var k = 0; k < calculator.Inputs.Count; k++)
        {
            var input = calculator.Inputs[k];
            if (Find(input) is not { } known || !Applies(input)) continue;
            if (known.High is not { } high)
            {
                for (var i = 0; i < corners.Count; i++) corners[i] = corners[i].With(input, known.Value);
                continue;
            }

            // Each corner once with the lower end, then once with the upper.
            var count = corners.Count;
            for (var i = 0; i < count; i++) corners.Add(corners[i].With(input, high));
            for (var i = 0; i < count; i++) corners[i] = corners[i].With(input, known.Value);
        }

        return corners;
    }

    /// <summary>The inputs of a calculator that are known only vaguely.</summary>
    internal IEnumerable<Input> Vague(Calculator calculator) => calculator.Inputs.Where(i => Find(i) is { IsVague: true });

    // Where a name stands, or would.
    private bool Place(string name, out int at)
    {
        for (at = 0; at < values.Length; at++)
        {
            var order = string.CompareOrdinal(values[at].Key, name);
            if (order >= 0) return order == 0;
        }

        return false;
    }

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
