using Calculators.Awards;
using Calculators.Rules;
using Calculators.Tests.Support;

namespace Calculators.Tests;

/// <summary>
/// Runs every table of Cases/. Columns are inputs by name and expectations; an empty cell is an absent input or nothing expected,
/// <c>-</c> expects that there is none. A column <c>missing</c> asks <see cref="Calculator.Decide"/> instead of <see cref="Calculator.Calculate"/>.
/// </summary>
public sealed class CaseTests
{
    private static readonly Dictionary<string, Func<Award, string>> Expectations = new Dictionary<string, Func<Award, string>>(StringComparer.Ordinal)
    {
        ["amount"] = award => award.Amount.ToString(),
        ["eligible"] = award => award.Eligible ? "yes" : "no",
        ["ceiling"] = award => award.IsCeiling ? "yes" : "no",
        ["shares"] = award => List(award.Shares.Select(s => $"{s.Payer} {s.Amount}")),
        ["unmet"] = award => List(award.Unmet.Select(u => u.Gap is { } gap ? $"{u.Field} {Values.Digits(gap)}" : u.Field)),
        ["unmet clauses"] = award => List(award.Unmet.Select(u => u.Quote.Clause)),
        ["first clause"] = award => award.Quotes[0].Clause,
        ["next"] = award => award.Next is { } next ? $"{next.Field} {Values.Digits(next.Needed)} gives {next.Amount}" : "-",
        ["readings"] = award => List(award.Readings.Select(r => $"{r.Name} {r.Amount}")),
        ["places"] = award => award.Places is { } places ? $"{places}" : "-",
        ["first year"] = award => award.FirstYearCeiling?.ToString() ?? "-",
        ["remainder"] = award => award.Remainder?.ToString() ?? "-",
        ["not stacked"] = award => award.NotStacked is { } others ? List(others.Select(o => $"{o.Name} {o.Amount}")) : "-",
        ["caveats"] = award => List(award.Caveats.Select(c => c.Code)),
    };

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var row in CaseTable.Files.SelectMany(CaseTable.Rows)) cases.Add(row.Calculator, row.Name);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_comes_out_as_the_table_says(string calculator, string name)
    {
        var row = Assert.Single(CaseTable.Rows(File(calculator)), row => row.Name == name);
        var subject = Catalogue.Default.Find(calculator)!;
        var facts = Facts.None;
        foreach (var input in subject.Inputs)
        {
            if (row.Cells.GetValueOrDefault(input.Name) is { Length: > 0 } cell) facts = facts.With(input, Values.Read(input, cell));
        }

        Assert.All(row.Cells.Keys, column => Assert.True(column is "missing" || Expectations.ContainsKey(column) || subject.Inputs.Any(i => i.Name == column), $"no column '{column}'"));
        var decision = subject.Decide(facts);
        if (row.Cells.GetValueOrDefault("missing") is { Length: > 0 } missing) Assert.Equal(missing, List(decision.Missing.Select(i => i.Name)));
        foreach (var (column, expect) in Expectations)
        {
            if (row.Cells.GetValueOrDefault(column) is { Length: > 0 } cell) Assert.Equal($"{column}: {cell}", $"{column}: {expect(decision.Award!)}");
        }
    }

    [Fact]
    public void Every_calculator_has_a_table() =>
        Assert.Equal(Catalogue.Default.Calculators.Select(c => c.Name).Order(StringComparer.Ordinal), CaseTable.Files.Select(Path.GetFileNameWithoutExtension));

    [Fact]
    public void Every_table_begins_with_words_of_its_clause() => Assert.All(CaseTable.Files, file =>
    {
        var clause = Catalogue.Default.Find(Path.GetFileNameWithoutExtension(file))!.Clause;
        Assert.NotEmpty(CaseTable.Quotes(file));
        Assert.All(CaseTable.Quotes(file), quote => Assert.Contains(quote, Clauses.Text(clause), StringComparison.Ordinal));
    });

    private static string File(string calculator) => CaseTable.Files.Single(file => Path.GetFileNameWithoutExtension(file) == calculator);

    private static string List(IEnumerable<string> parts) => string.Join(", ", parts) is { Length: > 0 } list ? list : "-";
}
