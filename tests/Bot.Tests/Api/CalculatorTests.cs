using System.Text.Json;
using Bot.Tests.Support;

namespace Bot.Tests.Api;

public sealed class CalculatorTests(BotHost host) : IClassFixture<BotHost>
{
    [Fact]
    public async Task Every_calculator_is_listed_with_the_schema_of_its_inputs()
    {
        var calculators = (await host.GetAsync("/api/calculators")).Json.GetProperty("calculators");
        Assert.Equal(11, calculators.GetArrayLength());
        Assert.All(calculators.EnumerateArray(), c =>
        {
            Assert.NotEmpty(c.GetProperty("title").GetString()!);
            Assert.Equal("https://json-schema.org/draft/2020-12/schema", c.GetProperty("input").GetProperty("$schema").GetString());
        });
    }

    [Fact]
    public async Task An_award_has_the_shape_of_the_contract()
    {
        var award = (await host.PostAsync("/api/calculators/manufacturing-internet-service?asOf=2022-10-01", """{"localEnterprisesServed":10,"executedContractAmount":12000000.50}""")).Json;
        Assert.Equal("240000.01", award.GetProperty("amount").GetRawText());
        Assert.Equal(["120000", "120000.01"], award.GetProperty("shares").EnumerateArray().Select(s => s.GetProperty("amount").GetRawText()));
        Assert.True(award.GetProperty("eligible").GetBoolean());
        Assert.False(award.GetProperty("isCeiling").GetBoolean());
        Assert.All(award.GetProperty("steps").EnumerateArray(), step => Assert.StartsWith("xunwu-51/3", step.GetProperty("clause").GetString(), StringComparison.Ordinal));
        var citation = award.GetProperty("citations")[0];
        Assert.Equal("寻府办字〔2022〕51号", citation.GetProperty("document").GetString());
        Assert.Equal("in-force", citation.GetProperty("validity").GetProperty("status").GetString());
        Assert.Equal("in-force", award.GetProperty("validity").GetProperty("status").GetString());
        foreach (var absent in new[] { "readings", "places", "firstYearCeiling", "remainder", "notStacked", "nearlyMet" })
            Assert.False(award.TryGetProperty(absent, out _), absent);
    }

    [Fact]
    public async Task A_missed_condition_names_its_field_and_gap_and_what_would_come_next()
    {
        var award = (await host.PostAsync("/api/calculators/manufacturing-internet-service", """{"localEnterprisesServed":8,"executedContractAmount":12000000}""")).Json;
        Assert.Equal("0", award.GetProperty("amount").GetRawText());
        Assert.Equal(0, award.GetProperty("shares").GetArrayLength());
        var unmet = Assert.Single(award.GetProperty("unmet").EnumerateArray());
        Assert.Equal(("localEnterprisesServed", "2", "xunwu-51/3"), (unmet.GetProperty("field").GetString(), unmet.GetProperty("gap").GetRawText(), unmet.GetProperty("clause").GetString()));
        Assert.Equal(("localEnterprisesServed", "10"), (award.GetProperty("next").GetProperty("field").GetString(), award.GetProperty("next").GetProperty("needed").GetRawText()));
    }

    [Theory]
    [InlineData("pilot-funding", """{"applicant":"county"}""", "amount:10000000 isCeiling:true firstYearCeiling:7000000 remainder:3000000")]
    [InlineData("talent-housing", """{"aboveScale":true,"coreIndustry":true}""", "amount:0 eligible:true places:5")]
    [InlineData("highest-award", """{"awards":[{"name":"甲","amount":0.5},{"name":"乙","amount":20.10}]}""", """amount:20.1 notStacked:[{"name":"甲","amount":0.5}]""")]
    public async Task What_only_some_awards_have_stands_where_it_belongs(string name, string body, string expected)
    {
        var award = (await host.PostAsync($"/api/calculators/{name}", body)).Json;
        foreach (var pair in expected.Split(' '))
        {
            var at = pair.IndexOf(':', StringComparison.Ordinal);
            Assert.Equal(pair[(at + 1)..], award.GetProperty(pair[..at]).GetRawText());
        }
    }

    [Fact]
    public async Task Readings_stand_where_several_tiers_are_crossed_at_once()
    {
        var award = (await host.PostAsync("/api/calculators/core-industry-revenue", """{"category":"application","annualRevenue":50000000}""")).Json;
        Assert.Equal(["250000", "350000"], award.GetProperty("readings").EnumerateArray().Select(r => r.GetProperty("amount").GetRawText()));
    }

    [Fact]
    public async Task A_screening_tells_met_nearly_met_and_undecided_apart()
    {
        var screening = (await host.PostAsync("/api/screen", """{"localEnterprisesServed":8,"executedContractAmount":12000000,"list":"internet","firstTime":true,"asOf":"2024-02-01"}""")).Json;
        var awards = screening.GetProperty("awards").EnumerateArray().ToDictionary(a => a.GetProperty("calculator").GetString()!);
        Assert.Equal("1000000", screening.GetProperty("total").GetRawText());
        Assert.False(awards["top100-listing"].GetProperty("nearlyMet").GetBoolean());
        Assert.True(awards["manufacturing-internet-service"].GetProperty("nearlyMet").GetBoolean());
        Assert.Equal("unclear", awards["top100-listing"].GetProperty("validity").GetProperty("status").GetString());
        var undecided = screening.GetProperty("undecided").EnumerateArray().Single(u => u.GetProperty("calculator").GetString() == "equity-investment");
        Assert.Contains("fundsReceived", undecided.GetProperty("missing").EnumerateArray().Select(m => m.GetString()));
        Assert.Equal(JsonValueKind.String, screening.GetProperty("caveats")[0].ValueKind);
    }

    [Theory]
    [InlineData("/api/screen", """{"asOf":"2024-2-1"}""", "asOf")]
    [InlineData("/api/screen", """{"annualRevenue":null}""", "annualRevenue")]
    [InlineData("/api/screen", """{"applicant":"county","leadApplicantNamed":true}""", "leadApplicantNamed")]
    [InlineData("/api/screen?asOf=no", "{}", "asOf")]
    [InlineData("/api/calculators/pilot-funding?asOf=no", """{"applicant":"county"}""", "asOf")]
    [InlineData("/api/calculators/pilot-funding", """{"applicant":"county","asOf":"2025-11-01"}""", "asOf")]
    public async Task A_date_or_an_input_out_of_place_is_named(string path, string body, string field) =>
        Assert.Equal(field, (await host.PostAsync(path, body)).Problem(400));

    [Fact]
    public async Task A_profile_may_hold_what_belongs_to_a_choice_that_is_still_open() =>
        Assert.Equal(200, (await host.PostAsync("/api/screen", """{"leadApplicantNamed":true}""")).Status);

    [Fact]
    public async Task An_unknown_calculator_is_not_found() => Assert.Null((await host.PostAsync("/api/calculators/none", "{}")).Problem(404));
}
