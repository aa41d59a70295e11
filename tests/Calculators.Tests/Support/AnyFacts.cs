using Calculators.Money;
using Calculators.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace Calculators.Tests.Support;

/// <summary>Makes facts for a calculator: any value of each input's range, often one at or beside a figure of a rule.</summary>
internal static class AnyFacts
{
    private const long GreatestFen = 999_999_999_999_999;

    private static readonly long[] Marks =
    [
        0, GreatestFen,
        .. Catalogue.Default.Calculators.SelectMany(c => c.Figures).OfType<Stated<Yuan>>().SelectMany(f => f.Values).Select(y => (long)(y.Amount * 100)).Distinct(),
        25_000_000_00, 20_000_000_00, 10_000_000_00,
    ];

    internal static Gen<Yuan> Money { get; } = Gen.OneOf(
        Fen(GreatestFen),
        Fen(200_000_000_000),
        Gen.Elements(Marks).SelectMany(mark => Gen.Choose(-3, 3), (mark, step) => Math.Clamp(mark + step, 0, GreatestFen)))
        .Select(fen => Yuan.Of(fen / 100m));

    /// <summary>Every required input and some of the optional ones.</summary>
    internal static Gen<Facts> Complete(Calculator calculator) => calculator.Inputs.Aggregate(
        Gen.Constant(Facts.None),
        (gen, input) => gen.SelectMany(facts => Calculator.IsRequired(input, facts) || !input.Required
            ? Value(input).SelectMany(value => Gen.Choose(0, 1), (value, coin) => input.Required || coin == 1 ? facts.With(input, value) : facts)
            : Gen.Constant(facts)));

    /// <summary>Complete facts, and some of them: any of the required inputs, with all of the optional ones or none.</summary>
    internal static Gen<(Facts Whole, Facts Part)> WithPart(Calculator calculator) =>
        Complete(calculator).SelectMany(
            whole => Gen.Choose(0, (1 << calculator.Inputs.Count) - 1).SelectMany(mask => Gen.Choose(0, 1), (mask, optional) => (mask, optional)),
            (whole, keep) => (whole, Part(calculator, whole, keep.mask, keep.optional == 1)));

    // FsCheck chooses 32 bits at a time.
    private static Gen<long> Fen(long most) =>
        Gen.Choose(0, int.MaxValue).SelectMany(high => Gen.Choose(0, int.MaxValue), (high, low) => (((long)high << 31) + low) % (most + 1));

    private static Facts Part(Calculator calculator, Facts whole, int mask, bool optional) =>
        calculator.Inputs.Where((input, i) => input.Required ? (mask & (1 << i)) == 0 : !optional).Aggregate(whole, (facts, input) => facts.Without(input));

    private static Gen<object> Value(Input input) => input switch
    {
        MoneyInput => Money.Select(value => (object)value),
        CountInput => Gen.OneOf(Gen.Choose(0, 40), Gen.Choose(0, int.MaxValue), Gen.Elements(0, int.MaxValue)).Select(value => (object)value),
        YesNoInput => Gen.Elements(true, true, true, false).Select(value => (object)value),
        ChoiceInput choice => Gen.Elements(choice.Options.Select(o => o.Value).ToArray()).Select(value => (object)value),
        DateInput => Gen.OneOf(Gen.Choose(0, DateOnly.MaxValue.DayNumber), Gen.Choose(-400, 400).Select(d => new DateOnly(2025, 10, 27).DayNumber + d))
            .Select(day => (object)DateOnly.FromDayNumber(day)),
        AwardListInput => Money.Select(amount => new NamedAmount("政策", amount)).NonEmptyListOf().Select(list => (object)(IReadOnlyList<NamedAmount>)[.. list]),
        _ => throw new NotSupportedException(input.Name),
    };
}
