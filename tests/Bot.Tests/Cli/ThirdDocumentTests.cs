using Bot.Tests.Support;

namespace Bot.Tests.Cli;

/// <summary>A corpus file and a calculator more, and every surface shows them.</summary>
public sealed class ThirdDocumentTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("third-").FullName;

    public ThirdDocumentTests() => MadeUp.WriteCorpus(Corpus);

    private string Corpus => Path.Combine(folder, "corpus");

    [Fact]
    public async Task The_command_line_calculates_screens_finds_and_shows_it()
    {
        var run = await Run("calc", "tower-grant", "towers=2", "applyMode=alone", "--json");
        Assert.Equal((0, "600000"), (run.Exit, run.Json.GetProperty("amount").GetRawText()));
        Assert.Equal("tower-9/1", run.Json.GetProperty("citations")[0].GetProperty("clause").GetString());
        Assert.Contains("可获60万元", (await Run("screen", "towers=2", "applyMode=alone")).Out, StringComparison.Ordinal);
        Assert.Contains("tower-9/1", (await Run("search", "灯塔工厂", "--top", "1")).Out, StringComparison.Ordinal);
        Assert.Contains("每座灯塔工厂", (await Run("clause", "tower-9/1")).Out, StringComparison.Ordinal);
        Assert.Contains("leadNoted", (await Run("calc", "tower-grant", "towers=2", "applyMode=together")).Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_HTTP_calls_and_their_description_show_it()
    {
        var host = new BotHost([$"--Corpus:Folder={Corpus}"], parts: _ => MadeUp.Parts);
        await host.InitializeAsync();
        Assert.Equal(3, (await host.GetAsync("/api/documents")).Json.GetProperty("documents").GetArrayLength());
        Assert.Equal("tower-grant", (await host.GetAsync("/api/calculators")).Json.GetProperty("calculators")[11].GetProperty("name").GetString());
        var award = (await host.PostAsync("/api/calculators/tower-grant?asOf=2024-01-10", """{"towers":1,"applyMode":"together","leadNoted":true,"appliedOn":"2024-01-10"}""")).Json;
        Assert.Equal(("300000", "in-force"), (award.GetProperty("amount").GetRawText(), award.GetProperty("validity").GetProperty("status").GetString()));
        Assert.Equal("appliedOn", (await host.PostAsync("/api/calculators/tower-grant", """{"towers":1,"applyMode":"alone","appliedOn":"1月"}""")).Problem(400));
        Assert.True((await host.GetAsync("/openapi/v1.json")).Json.GetProperty("components").GetProperty("schemas").TryGetProperty("tower-grant", out _));
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("给予30万元补助", "给予40万元补助")]
    [InlineData("给予30万元补助", "给予补助30万元")]
    public async Task A_figure_that_the_clause_does_not_state_starts_nothing(string words, string changed)
    {
        var path = Path.Combine(Corpus, "tower-9.md");
        File.WriteAllText(path, File.ReadAllText(path).Replace(words, changed, StringComparison.Ordinal));
        Assert.Contains("tower-grant", (await Run("calc", "pilot-funding", "applicant=county")).Wrong(), StringComparison.Ordinal);
        Assert.Contains("tower-grant", (await Run("serve")).Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calculator_without_its_document_starts_nothing() =>
        Assert.Contains("tower-9/1", (await CliRun.Of(MadeUp.Parts, "screen")).Wrong(), StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<CliRun> Run(params string[] args) => CliRun.Of(MadeUp.Parts, [.. args, "--Corpus:Folder", Corpus]);
}
