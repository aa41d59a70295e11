using Knowledge.Citations;

namespace Bot.Tests.Startup;

/// <summary>On every day of seven years each clause and each calculator bears its document's status, and says so where it is not in force.</summary>
public sealed class ValidityTests
{
    [Theory]
    [InlineData("2022-01-01", "2022-04-24", "not-yet", "not-yet")]
    [InlineData("2022-04-25", "2023-12-31", "in-force", "not-yet")]
    [InlineData("2024-01-01", "2024-04-24", "unclear", "not-yet")]
    [InlineData("2024-04-25", "2025-10-15", "expired", "not-yet")]
    [InlineData("2025-10-16", "2027-12-31", "expired", "in-force")]
    [InlineData("2028-01-01", "2028-12-31", "expired", "expired")]
    public void Every_clause_and_calculator_has_the_contract_s_status(string from, string to, string county, string province)
    {
        using var corpus = new CorpusCopy();
        var program = corpus.Start();
        for (var day = Day(from); day <= Day(to); day = day.AddDays(1))
        {
            foreach (var clause in program.Documents.Clauses)
            {
                var citation = program.Citations.Cite(clause.Id, clause.Text, day);
                var wanted = clause.Id.Document == "xunwu-51" ? county : province;
                Assert.Equal((clause.Id, day, wanted), (citation.Clause, day, citation.Validity.Status));
                Assert.NotEmpty(citation.Validity.Note);
            }

            foreach (var calculator in program.Catalogue.Calculators)
            {
                var id = ClauseId.Parse(calculator.Clause);
                Assert.Equal((calculator.Name, day, id.Document == "xunwu-51" ? county : province), (calculator.Name, day, program.Citations.Validity(id, day).Status));
            }
        }
    }

    [Theory]
    [InlineData("xunwu-51", "2024-02-01")]
    [InlineData("xunwu-51", "2026-01-01")]
    [InlineData("pilot-2025", "2028-01-01")]
    public void A_note_on_a_rule_that_is_unclear_or_expired_names_whom_to_ask(string document, string day)
    {
        using var corpus = new CorpusCopy();
        var program = corpus.Start();
        var note = program.Citations.Validity(new ClauseId(document, "preamble"), Day(day)).Note;
        Assert.All(program.Documents.FindDocument(document)!.Ask, body => Assert.Contains(body, note, StringComparison.Ordinal));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
