using Calculators.Money;

namespace Calculators.Rules;

/// <summary>A figure of a rule, together with the words that state it.</summary>
public interface IStated
{
    /// <summary>The words.</summary>
    Quote Quote { get; }

    /// <summary>The figures that the number reader must find in the words, in order: yuan, percent, counts, years or days as plain numbers.</summary>
    IReadOnlyList<decimal> Figures { get; }
}

/// <summary>One or several figures of a rule with the verbatim quote that states them; start-up verifies quote and figures.</summary>
/// <typeparam name="T"><see cref="Yuan"/>, <see cref="Rate"/> or <see cref="int"/>.</typeparam>
public sealed record Stated<T> : IStated
    where T : struct
{
    /// <summary>Declares the figures that a quote states.</summary>
    /// <param name="clause">The clause's id.</param>
    /// <param name="quote">Words that occur once in the clause and state exactly these figures, in this order.</param>
    /// <param name="values">The figures.</param>
    public Stated(string clause, string quote, params IReadOnlyList<T> values)
    {
        Quote = new Quote(clause, quote);
        Values = values;
        Figures = [.. values.Select(Figure)];
    }

    /// <inheritdoc />
    public Quote Quote { get; }

    /// <summary>The figures, in the order of the quote.</summary>
    public IReadOnlyList<T> Values { get; }

    /// <inheritdoc />
    public IReadOnlyList<decimal> Figures { get; }

    /// <summary>The only figure of the quote.</summary>
    public T Value => Values.Count == 1 ? Values[0] : throw new InvalidOperationException($"'{Quote.Text}' states {Values.Count} figures.");

    /// <summary>The two figures of the quote, in its order.</summary>
    public void Deconstruct(out T first, out T second) =>
        (first, second) = Values is [var one, var other] ? (one, other) : throw new InvalidOperationException($"'{Quote.Text}' states {Values.Count} figures.");

    private static decimal Figure(T value) => value switch
    {
        Yuan yuan => yuan.Amount,
        Rate rate => rate.Percent,
        int count => count,
        _ => throw new NotSupportedException($"A {typeof(T).Name} is no figure of a rule."),
    };
}
