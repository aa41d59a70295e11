using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Agents;
using Bot.Hosting;
using Bot.Tests.Extension;
using Bot.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Agents;

/// <summary>The functions as any host of <see cref="AIFunction"/> sees them, a policy that was added by two files among them.</summary>
public sealed class AgentFunctionTests(BeekeepingHost host) : IClassFixture<BeekeepingHost>
{
    private Composition Composition => host.Program.Services.GetRequiredService<Composition>();

    private IReadOnlyList<AIFunction> Functions => AgentFunctions.Of(Composition, host.Program.Services.GetRequiredService<Today>());

    [Fact]
    public void There_is_one_for_each_calculator_and_for_each_look_up()
    {
        var names = Functions.Select(f => f.Name).ToList();
        Assert.Equal([.. Composition.Catalogue.Calculators.Select(c => c.Name.Replace('-', '_')), "search_clauses", "get_clause", "screen", "summarize"], names);
        Assert.Contains("hive_grant", names);
        Assert.All(names, name => Assert.Matches("^[a-z][a-z0-9_]{0,63}$", name));
    }

    [Fact]
    public void A_calculator_is_described_by_its_title_and_clause_and_by_no_figure()
    {
        foreach (var (calculator, function) in Composition.Catalogue.Calculators.Zip(Functions))
        {
            Assert.Contains(calculator.Title, function.Description, StringComparison.Ordinal);
            Assert.Contains(calculator.Clause, function.Description, StringComparison.Ordinal);
            Assert.All(calculator.Figures, figure => Assert.DoesNotContain(figure.Quote.Text, function.Description, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Its_schema_is_that_of_the_HTTP_call()
    {
        var listed = (await host.Program.GetAsync("/api/calculators")).Json.GetProperty("calculators").EnumerateArray().ToList();
        Assert.All(listed.Zip(Functions), pair => Assert.True(JsonElement.DeepEquals(pair.First.GetProperty("input"), pair.Second.JsonSchema), pair.Second.Name));
    }

    [Fact]
    public async Task Its_result_is_that_of_the_HTTP_call()
    {
        foreach (var (calculator, function) in Composition.Catalogue.Calculators.Zip(Functions))
        {
            foreach (var body in Samples.Of(calculator))
            {
                var posted = await host.Program.PostAsync($"/api/calculators/{calculator.Name}", body.ToJsonString());
                Assert.Equal(200, posted.Status);
                Assert.Equal(posted.Text, (await Invoke(function.Name, body)).GetRawText());
            }
        }
    }

    [Theory]
    [InlineData("hive_grant", """{"hivePurchase":100000,"beeKind":"chinese"}""", "cooperativeMember")]
    [InlineData("hive_grant", """{"hivePurchase":1.000,"beeKind":"chinese","cooperativeMember":true}""", "hivePurchase")]
    [InlineData("hive_grant", """{"hivePurchase":"10万元","beeKind":"chinese","cooperativeMember":true}""", "hivePurchase")]
    [InlineData("hive_grant", """{"hivePurchase":1,"beeKind":"wasp","cooperativeMember":true}""", "beeKind")]
    [InlineData("hive_grant", """{"hivePurchase":1,"beeKind":"chinese","cooperativeMember":null}""", "cooperativeMember")]
    [InlineData("hive_grant", """{"hivePurchase":1,"beeKind":"chinese","cooperativeMember":true,"hives":3}""", "hives")]
    [InlineData("highest_award", """{"awards":[{"name":"甲","amount":1,"amount":2}]}""", "awards[0].amount")]
    [InlineData("highest_award", """{"awards":[]}""", "awards")]
    [InlineData("search_clauses", """{"top":3}""", "q")]
    [InlineData("search_clauses", """{"q":"农药","top":0}""", "top")]
    [InlineData("search_clauses", """{"q":"农药","top":"三"}""", "top")]
    [InlineData("get_clause", "{}", "clause")]
    [InlineData("get_clause", """{"clause":["xunwu-51/2"]}""", "clause")]
    [InlineData("get_clause", """{"clause":"xunwu-51/2","asOf":"2022-2-2"}""", "asOf")]
    [InlineData("screen", """{"applicant":"county","leadApplicantNamed":true}""", "leadApplicantNamed")]
    [InlineData("screen", """{"asOf":"今天"}""", "asOf")]
    [InlineData("summarize", """{"text":""}""", "text")]
    [InlineData("summarize", """{"text":"第七条","answerId":"a"}""", "answerId")]
    public async Task A_wrong_argument_is_named_in_the_result(string function, string arguments, string field)
    {
        var problem = await Invoke(function, arguments);
        Assert.Equal((400, field), (problem.GetProperty("status").GetInt32(), problem.GetProperty("field").GetString()));
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(field)[0].GetString()!);
    }

    [Fact]
    public async Task A_clause_that_is_not_there_is_said_to_be_missing()
    {
        foreach (var id in new[] { "xunwu-51/12", "第七条", "/", "\ud800" })
        {
            var problem = await Invoke("get_clause", new AIFunctionArguments { ["clause"] = id });
            Assert.Equal((404, "clause"), (problem.GetProperty("status").GetInt32(), problem.GetProperty("field").GetString()));
        }
    }

    [Fact]
    public async Task Arguments_that_a_host_turned_into_text_are_read_by_their_declared_type()
    {
        var asText = await Invoke("hive_grant", new AIFunctionArguments { ["hivePurchase"] = "100000.5", ["beeKind"] = "chinese", ["cooperativeMember"] = "True" });
        var asValues = await Invoke("hive_grant", new AIFunctionArguments { ["hivePurchase"] = 100000.5m, ["beeKind"] = "chinese", ["cooperativeMember"] = true });
        var asJson = await Invoke("hive_grant", """{"hivePurchase":100000.5,"beeKind":"chinese","cooperativeMember":true}""");
        Assert.Equal(15000.08m, asJson.GetProperty("amount").GetDecimal());
        Assert.Equal([asJson.GetRawText(), asJson.GetRawText()], [asText.GetRawText(), asValues.GetRawText()]);
        Assert.Equal(2m, (await Invoke("highest_award", new AIFunctionArguments { ["awards"] = """[{"name":"甲","amount":2}]""" })).GetProperty("amount").GetDecimal());
        Assert.Single((await Invoke("search_clauses", new AIFunctionArguments { ["q"] = "农药", ["top"] = "1" })).GetProperty("hits").EnumerateArray());
    }

    [Theory]
    [InlineData("10万")]
    [InlineData("1e5")]
    [InlineData("")]
    [InlineData(double.NaN)]
    [InlineData(1e300)]
    [InlineData(null)]
    public async Task What_is_no_amount_is_refused_however_it_comes(object? amount)
    {
        var problem = await Invoke("hive_grant", new AIFunctionArguments { ["hivePurchase"] = amount, ["beeKind"] = "chinese", ["cooperativeMember"] = true });
        Assert.Equal("hivePurchase", problem.GetProperty("field").GetString());
    }

    [Fact]
    public async Task Look_ups_give_what_the_HTTP_calls_give()
    {
        Assert.Equal((await host.Program.GetAsync("/api/clauses/bees-7/1?asOf=2024-05-01")).Text, (await Invoke("get_clause", """{"clause":"bees-7/1","asOf":"2024-05-01"}""")).GetRawText());
        Assert.Equal((await host.Program.GetAsync("/api/clauses?q=%E7%AE%97%E5%8A%9B&top=3")).Text, (await Invoke("search_clauses", """{"q":"算力","top":3}""")).GetRawText());
        const string profile = """{"aboveScale":true,"annualRevenue":120000000,"asOf":"2024-02-01"}""";
        Assert.Equal((await host.Program.PostAsync("/api/screen", profile)).Text, (await Invoke("screen", profile)).GetRawText());
        var summary = await Invoke("summarize", """{"text":"买蜂箱花了10万元，养中华蜂，加入了合作社，能补多少？","asOf":"2024-05-01"}""");
        Assert.Equal("award", summary.GetProperty("kind").GetString());
        Assert.Equal(
            (await host.Program.PostAsync("/api/summaries", """{"text":"买蜂箱花了10万元，养中华蜂，加入了合作社，能补多少？","asOf":"2024-05-01"}""")).Text,
            summary.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task No_found_clause_comes_without_its_validity() =>
        Assert.All((await Invoke("search_clauses", """{"q":"补助","asOf":"2026-01-15"}""")).GetProperty("hits").EnumerateArray(), hit => Assert.NotEmpty(hit.GetProperty("validity").GetProperty("note").GetString()!));

    [Fact]
    public async Task Another_program_loads_them_by_the_public_door()
    {
        var functions = PolicyPlugin.Load(asOf: new DateOnly(2022, 10, 1));
        Assert.Equal(Functions.Select(f => f.Name).Where(n => n != "hive_grant"), functions.Select(f => f.Name));
        var award = Assert.IsType<JsonElement>(await functions.Single(f => f.Name == "pilot_funding").InvokeAsync(new() { ["applicant"] = "county" }));
        Assert.Equal((10000000m, "not-yet"), (award.GetProperty("amount").GetDecimal(), award.GetProperty("validity").GetProperty("status").GetString()));
        Assert.ThrowsAny<Exception>(() => PolicyPlugin.Load("/none"));
    }

    private Task<JsonElement> Invoke(string name, string arguments) =>
        Invoke(name, [.. JsonElement.Parse(arguments).EnumerateObject().Select(p => KeyValuePair.Create(p.Name, (object?)p.Value))]);

    private Task<JsonElement> Invoke(string name, JsonObject arguments) => Invoke(name, arguments.ToJsonString());

    private Task<JsonElement> Invoke(string name, List<KeyValuePair<string, object?>> arguments) => Invoke(name, new AIFunctionArguments(arguments.ToDictionary()));

    private async Task<JsonElement> Invoke(string name, AIFunctionArguments arguments) =>
        Assert.IsType<JsonElement>(await Functions.Single(f => f.Name == name).InvokeAsync(arguments));
}
