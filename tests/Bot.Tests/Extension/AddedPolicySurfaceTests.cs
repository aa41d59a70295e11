using System.Text.Json;
using Bot.Tests.Support;

namespace Bot.Tests.Extension;

/// <summary>A corpus file and one C# file, and every call and verb for programs shows the new policy.</summary>
public sealed class AddedPolicySurfaceTests(BeekeepingHost host) : IClassFixture<BeekeepingHost>
{
    private const string Member = """{"hivePurchase":100000,"beeKind":"chinese","cooperativeMember":true}""";

    [Fact]
    public async Task The_documents_list_it_with_its_clauses_and_validity()
    {
        var documents = (await host.Program.GetAsync("/api/documents?asOf=2024-05-01")).Json.GetProperty("documents");
        var bees = documents.EnumerateArray().Single(d => d.GetProperty("document").GetString() == "bees-7");
        Assert.Equal(3, documents.GetArrayLength());
        Assert.Equal(["bees-7/preamble", "bees-7/1", "bees-7/2", "bees-7/2.1", "bees-7/3"], bees.GetProperty("clauses").EnumerateArray().Select(c => c.GetProperty("clause").GetString()));
        Assert.Equal("in-force", bees.GetProperty("validity").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_clause_is_shown_whole_with_its_parent_and_responsible_units()
    {
        var clause = (await host.Program.GetAsync("/api/clauses/bees-7/2.1")).Json;
        Assert.Equal(("bees-7/2", "（一）蜜源登记。养蜂户应当每年向县林业局登记转地放蜂的路线。"), (clause.GetProperty("parent").GetString(), clause.GetProperty("text").GetString()));
        Assert.Equal(
            ["县蜂业中心", "县农业农村局"],
            (await host.Program.GetAsync("/api/clauses/bees-7/1")).Json.GetProperty("responsible").EnumerateArray().Select(u => u.GetString()));
    }

    [Theory]
    [InlineData("喷洒农药", "bees-7/2")]
    [InlineData("买蜂箱的补助", "bees-7/1")]
    [InlineData("测府发〔2023〕7号第三条", "bees-7/3")]
    public async Task Search_finds_it_first(string query, string clause)
    {
        var hits = (await host.Program.GetAsync($"/api/clauses?q={Uri.EscapeDataString(query)}&top=3")).Json.GetProperty("hits");
        Assert.Equal(clause, hits[0].GetProperty("clause").GetString());
        var run = await Run("search", query, "--json");
        Assert.Equal(clause, run.Json.GetProperty("hits")[0].GetProperty("clause").GetString());
    }

    [Fact]
    public async Task The_calculators_describe_its_inputs_as_JSON_Schema()
    {
        var calculators = (await host.Program.GetAsync("/api/calculators")).Json.GetProperty("calculators").EnumerateArray().ToList();
        var schema = calculators.Single(c => c.GetProperty("name").GetString() == "hive-grant").GetProperty("input");
        var properties = schema.GetProperty("properties");
        Assert.Equal(["hivePurchase", "beeKind", "cooperativeMember"], schema.GetProperty("required").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(("number", "boolean"), (properties.GetProperty("hivePurchase").GetProperty("type").GetString(), properties.GetProperty("cooperativeMember").GetProperty("type").GetString()));
        Assert.Contains("chinese", properties.GetProperty("beeKind").GetRawText(), StringComparison.Ordinal);
        Assert.True((await host.Program.GetAsync("/openapi/v1.json")).Json.GetProperty("components").GetProperty("schemas").TryGetProperty("hive-grant", out _));
    }

    [Fact]
    public async Task The_calculation_is_the_same_by_HTTP_and_on_the_command_line()
    {
        var byHttp = await host.Program.PostAsync("/api/calculators/hive-grant?asOf=2024-05-01", Member);
        var byCommand = await Run("calc", "hive-grant", "hivePurchase=100000", "beeKind=chinese", "cooperativeMember=true", "--as-of", "2024-05-01", "--json");
        Assert.Equal((200, 0), (byHttp.Status, byCommand.Exit));
        Assert.True(JsonElement.DeepEquals(byHttp.Json, byCommand.Json));
        Assert.Equal(15000m, byHttp.Json.GetProperty("amount").GetDecimal());
        Assert.Equal("in-force", byHttp.Json.GetProperty("validity").GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("""{"hivePurchase":100000,"beeKind":"chinese"}""", "cooperativeMember")]
    [InlineData("""{"hivePurchase":-1,"beeKind":"chinese","cooperativeMember":true}""", "hivePurchase")]
    [InlineData("""{"hivePurchase":1,"beeKind":"wasp","cooperativeMember":true}""", "beeKind")]
    [InlineData("""{"hivePurchase":1,"beeKind":"chinese","cooperativeMember":"yes"}""", "cooperativeMember")]
    [InlineData("""{"hivePurchase":1,"beeKind":"chinese","cooperativeMember":true,"hives":3}""", "hives")]
    public async Task A_wrong_input_is_named(string body, string field) =>
        Assert.Equal(field, (await host.Program.PostAsync("/api/calculators/hive-grant", body)).Problem(400));

    [Fact]
    public async Task A_missed_threshold_is_told_with_its_gap_and_what_would_be_given()
    {
        var award = (await host.Program.PostAsync("/api/calculators/hive-grant", """{"hivePurchase":19999.99,"beeKind":"chinese","cooperativeMember":true}""")).Json;
        Assert.False(award.GetProperty("eligible").GetBoolean());
        Assert.Equal(0.01m, award.GetProperty("unmet")[0].GetProperty("gap").GetDecimal());
        Assert.Equal((20000m, 3000m), (award.GetProperty("next").GetProperty("needed").GetDecimal(), award.GetProperty("next").GetProperty("amount").GetDecimal()));
    }

    [Fact]
    public async Task Screening_judges_it_beside_the_others()
    {
        var screened = (await host.Program.PostAsync("/api/screen", """{"hivePurchase":100000,"beeKind":"italian","cooperativeMember":true,"aboveScale":true}""")).Json;
        Assert.Contains(screened.GetProperty("awards").EnumerateArray(), a => a.GetProperty("calculator").GetString() == "hive-grant" && a.GetProperty("amount").GetDecimal() == 15000m);
        Assert.Contains("hive-grant", (await host.Program.PostAsync("/api/screen", "{}")).Json.GetProperty("undecided").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("蜂箱购置补助", (await Run("screen", "hivePurchase=100000", "beeKind=italian", "cooperativeMember=true")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_shows_the_clause_and_nothing_else()
    {
        var run = await Run("clause", "bees-7/2");
        Assert.Equal(0, run.Exit);
        Assert.Contains("油菜、柑橘等蜜源植物开花期间不得喷洒农药", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("蜜源登记", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_question_gives_the_same_answer_by_HTTP_and_on_the_command_line()
    {
        const string question = "买蜂箱花了10万元，养中华蜂，加入了合作社，能补多少？";
        var byHttp = (await host.Program.PostAsync("/api/ask", JsonSerializer.Serialize(new { text = question, asOf = "2024-05-01" }))).Json;
        var byCommand = await InFolder(folder => Run("ask", question, "--as-of", "2024-05-01", "--json", folder));
        Assert.Equal(0, byCommand.Exit);
        Assert.All(
            ["kind", "text", "citations", "awards", "missing", "suggestions", "validity"],
            name => Assert.True(JsonElement.DeepEquals(byHttp.GetProperty(name), byCommand.Json.GetProperty(name)), name));
        Assert.Equal(15000m, byCommand.Json.GetProperty("awards")[0].GetProperty("amount").GetDecimal());
    }

    [Fact]
    public async Task A_summary_of_its_award_is_written_and_verified()
    {
        var (written, verified) = await InFolder(async folder =>
        {
            var file = Path.Combine(folder.Split('=')[1], "summary.md");
            return (
                await Run("summarize", "买蜂箱花了10万元，养中华蜂，加入了合作社，能补多少？", "--out", file, "--as-of", "2024-05-01", folder),
                await Run("verify", file, folder));
        });
        Assert.Equal((0, 0), (written.Exit, verified.Exit));
    }

    [Fact]
    public async Task The_evaluation_runs_questions_about_it()
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file,
        [
            """{"id":"bees-1","turns":["买蜂箱花了10万元，能补多少？","中华蜂","加入了合作社"],"asOf":"2024-05-01","kind":"award","clauses":["bees-7/1"],"amount":15000,"tags":["bees"]}""",
            """{"id":"bees-2","turns":["柑橘开花期间能不能喷洒农药？"],"asOf":"2024-05-01","kind":"clause","clauses":["bees-7/2"],"tags":["bees"]}""",
        ]);
        var run = await Run("eval", file);
        File.Delete(file);
        Assert.Contains("kind=1", run.Out, StringComparison.Ordinal);
        Assert.Contains("amount_exact=1", run.Out, StringComparison.Ordinal);
    }

    // What the verbs keep goes into a folder that is gone afterwards.
    private static async Task<T> InFolder<T>(Func<string, Task<T>> run)
    {
        var folder = Directory.CreateTempSubdirectory("bees-data-");
        try
        {
            return await run($"--Storage:Folder={folder.FullName}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Task<CliRun> Run(params string[] args) => CliRun.Of(Beekeeping.Parts, [.. args, host.Setting]);
}
