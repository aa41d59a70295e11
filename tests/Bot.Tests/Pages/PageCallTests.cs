using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Tests.Pages.Support;

namespace Bot.Tests.Pages;

/// <summary>The calls that only the pages need.</summary>
[Collection(PageTests.Name)]
public sealed class PageCallTests(Site site)
{
    [Theory]
    [InlineData("core-industry-revenue", """{"category":"manufacturing"}""", "100000000:100000 500000000:250000 1000000000:500000", "1000000000:500000")]
    [InlineData("core-industry-revenue", """{"category":"application","previousHighestRevenue":20000000}""", "50000000:250000 100000000:500000", "100000000:500000")]
    [InlineData("manufacturing-internet-service", """{"localEnterprisesServed":10}""", "10000000:200000", "25000000:500000")]
    [InlineData("manufacturing-internet-service", """{"localEnterprisesServed":9}""", "", "")]
    [InlineData("digital-infrastructure", """{"projectType":"supercomputing"}""", "", "10000000:1000000")]
    [InlineData("equity-investment", """{"localCoreIndustry":true,"marketFund":true}""", "", "20000000:1000000")]
    public async Task A_curve_jumps_at_the_thresholds_of_its_clause_and_is_flat_from_its_ceiling_on(string calculator, string inputs, string jumps, string ceiling)
    {
        var over = calculator switch { "core-industry-revenue" => "annualRevenue", "manufacturing-internet-service" => "executedContractAmount", "digital-infrastructure" => "investment", _ => "fundsReceived" };
        var curve = await PostAsync($"/api/calculators/{calculator}/curve?over={over}", inputs);
        Assert.Equal(jumps, string.Join(' ', curve.GetProperty("jumps").EnumerateArray().Select(Point)));
        Assert.Equal(ceiling, curve.GetProperty("ceiling") is { ValueKind: JsonValueKind.Object } flat ? Point(flat) : "");
    }

    [Fact]
    public async Task A_curve_without_the_other_inputs_names_them()
    {
        using var client = Client();
        using var reply = await client.PostAsync(new Uri("/api/calculators/core-industry-revenue/curve?over=annualRevenue", UriKind.Relative), Body("{}"));
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal("category", (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("最高不超过50万元，由市、县（区）两级财政各承担50%奖励资金", "exact", "xunwu-51/3", 0)]
    [InlineData("最高不超过80万元，由市、县（区）两级财政各承担50%奖励资金", "altered", "xunwu-51/3", 2)]
    [InlineData("国家级开发区不超过1500万元", "exact", "pilot-2025/4.1", 0)]
    [InlineData("国家级开发区不超过1500元", "altered", "pilot-2025/4.1", 1)]
    [InlineData("天下没有不散的筵席，大家好聚好散", "none", null, 0)]
    public async Task A_passage_is_found_where_it_stands(string passage, string kind, string? clause, int differences)
    {
        var places = await PostAsync("/api/locate", JsonSerializer.Serialize(new { text = passage }));
        Assert.Equal(kind, places.GetProperty("kind").GetString());
        var first = places.GetProperty("places").EnumerateArray().FirstOrDefault();
        Assert.Equal(clause, clause is null ? null : first.GetProperty("clause").GetString());
        if (clause is not null) Assert.Equal(differences, first.GetProperty("differences").GetInt32());
    }

    [Fact]
    public async Task The_facts_of_an_answer_give_its_award_again()
    {
        var answer = await PostAsync("/api/ask", """{"text":"制造业企业，今年营收6亿，去年8000万，能奖多少？"}""");
        using var client = Client();
        var facts = await client.GetFromJsonAsync<JsonElement>($"/api/answers/{answer.GetProperty("answerId").GetString()}/facts");
        var fact = facts.GetProperty("facts")[0];
        var award = await PostAsync($"/api/calculators/{fact.GetProperty("calculator").GetString()}", fact.GetProperty("inputs").GetRawText());
        Assert.Equal(answer.GetProperty("awards")[0].GetProperty("amount").GetDecimal(), award.GetProperty("amount").GetDecimal());
    }

    private static string Point(JsonElement point) => $"{point.GetProperty("value").GetRawText()}:{point.GetProperty("amount").GetRawText()}";

    private static StringContent Body(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    private HttpClient Client() => new() { BaseAddress = new Uri(site.Address) };

    private async Task<JsonElement> PostAsync(string path, string json)
    {
        using var client = Client();
        using var reply = await client.PostAsync(new Uri(path, UriKind.Relative), Body(json));
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return await reply.Content.ReadFromJsonAsync<JsonElement>();
    }
}
