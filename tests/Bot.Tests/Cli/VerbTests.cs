using Bot.Tests.Support;

namespace Bot.Tests.Cli;

public sealed class VerbTests
{
    [Fact]
    public async Task Calc_shows_the_award_its_reckoning_and_its_words()
    {
        var run = await CliRun.Of("calc", "manufacturing-internet-service", "localEnterprisesServed=10", "executedContractAmount=12000000.50");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        foreach (var words in new[] { "结论：可获240,000.01元", "市级财政", "依据：xunwu-51/3", "有效期：该文件在2022年10月1日处于有效期内" }) Assert.Contains(words, run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Fact]
    public async Task Tables_line_up_for_readers_of_Chinese()
    {
        var run = await CliRun.Of("calc", "manufacturing-internet-service", "localEnterprisesServed=8", "executedContractAmount=12000000");
        var rows = run.Out.Split('\n').Where(l => l.StartsWith('|') || l.StartsWith('+')).Select(l => l.TrimEnd()).ToList();
        Assert.True(rows.Count >= 4);
        Assert.Single(rows.Select(Width).Distinct());
    }

    [Fact]
    public async Task Json_is_that_of_the_HTTP_call()
    {
        var host = new BotHost();
        await host.InitializeAsync();
        var run = await CliRun.Of("calc", "highest-award", """awards=[{"name":"甲","amount":1},{"name":"乙","amount":2.50}]""", "--json", "--as-of", "2024-02-01");
        var http = await host.PostAsync("/api/calculators/highest-award?asOf=2024-02-01", """{"awards":[{"name":"甲","amount":1},{"name":"乙","amount":2.50}]}""");
        Assert.Equal(http.Text, run.Out.TrimEnd());
        Assert.Equal((await host.PostAsync("/api/screen", """{"firstTime":true,"list":"internet"}""")).Text, (await CliRun.Of("screen", "firstTime=true", "list=internet", "--json")).Out.TrimEnd());
        Assert.Equal((await host.GetAsync("/api/clauses/xunwu-51/2?asOf=2024-02-01")).Text, (await CliRun.Of("--as-of", "2024-02-01", "clause", "xunwu-51/2", "--json")).Out.TrimEnd());
        Assert.Equal((await host.GetAsync("/api/clauses?q=%E7%AE%97%E5%8A%9B&top=3")).Text, (await CliRun.Of("search", "算力", "--top", "3", "--json")).Out.TrimEnd());
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("calc pilot-funding applicant=county", 0)]
    [InlineData("calc top100-listing list=internet firstTime=false", 1)]
    [InlineData("screen", 0)]
    [InlineData("screen annualRevenue=1", 0)]
    [InlineData("clause pilot-2025/4.1", 0)]
    [InlineData("clause xunwu-51/12", 1)]
    [InlineData("clause 第七条", 1)]
    [InlineData("search 股权基金", 0)]
    [InlineData("search 股权 基金 --top 1", 0)]
    [InlineData("search @", 1)]
    [InlineData("--help", 0)]
    [InlineData("calc --help", 0)]
    public async Task A_verb_ends_with_its_exit_code(string line, int exit) => Assert.Equal(exit, (await CliRun.Of(line.Split(' '))).Exit);

    [Theory]
    [InlineData("calc", "用法")]
    [InlineData("calc none", "manufacturing-internet-service")]
    [InlineData("calc top100-listing list=internet", "firstTime：请填写")]
    [InlineData("calc top100-listing list=internet firstTime=yes", "firstTime：")]
    [InlineData("calc top100-listing list=internet firstTime=True", "firstTime：")]
    [InlineData("calc top100-listing list=internet firstTime=true firstTime=true", "firstTime：")]
    [InlineData("calc top100-listing list=internet firstTime=true other=1", "other：")]
    [InlineData("calc top100-listing list=internet firstTime", "名称=值")]
    [InlineData("calc manufacturing-internet-service localEnterprisesServed=10.0 executedContractAmount=1", "localEnterprisesServed：")]
    [InlineData("calc manufacturing-internet-service localEnterprisesServed=010 executedContractAmount=1", "localEnterprisesServed：")]
    [InlineData("calc manufacturing-internet-service localEnterprisesServed=10 executedContractAmount=1.000", "executedContractAmount：")]
    [InlineData("calc manufacturing-internet-service localEnterprisesServed=10 executedContractAmount=1,000", "executedContractAmount：")]
    [InlineData("calc manufacturing-internet-service localEnterprisesServed=10 executedContractAmount=1e3", "executedContractAmount：")]
    [InlineData("calc manufacturing-internet-service localEnterprisesServed=10 executedContractAmount=100万", "executedContractAmount：")]
    [InlineData("calc highest-award awards=[", "awards：")]
    [InlineData("calc highest-award awards=[{\"name\":\"甲\",\"amount\":1.000}]", "awards[0].amount：")]
    [InlineData("screen applicant=county leadApplicantNamed=true", "leadApplicantNamed：")]
    [InlineData("screen firstTime=true firstTime=false", "firstTime：")]
    [InlineData("clause", "用法")]
    [InlineData("clause a b", "「b」")]
    [InlineData("clause xunwu-51/2 --as-of 2022-2-2", "--as-of")]
    [InlineData("search a --top 0", "top")]
    [InlineData("search a --top x", "top")]
    [InlineData("search", "用法")]
    [InlineData("fly", "「fly」")]
    [InlineData("calc pilot-funding applicant=county --colour", "--colour")]
    [InlineData("calc pilot-funding applicant=county --Corpus:Folder", "Corpus:Folder")]
    [InlineData("calc pilot-funding applicant=county --Corpus:Folder /nowhere", "/nowhere")]
    [InlineData("serve --Corpus:Folder /nowhere", "/nowhere")]
    [InlineData("serve --Limits:RequestsPerMinute many", "Limits:RequestsPerMinute")]
    [InlineData("--Limits:RequestsPerMinute -1", "Limits:RequestsPerMinute")]
    [InlineData("serve --as-of tomorrow", "--as-of")]
    [InlineData("serve --urls ftp://x --Storage:Folder /dev/null/none", "--urls")]
    [InlineData("serve --urls http://127.0.0.1:99999 --Storage:Folder /dev/null/none", "--urls")]
    [InlineData("serve --urls http://127.0.0.1:1 --Storage:ConnectionString nonsense", "Storage:ConnectionString")]
    public async Task Wrong_usage_is_one_line_on_standard_error(string line, string words) =>
        Assert.Contains(words, (await CliRun.Of(line.Split(' '))).Wrong(), StringComparison.Ordinal);

    private static int Width(string line) => line.EnumerateRunes().Sum(r => r.Value is >= 0x2E80 and < 0xFFE0 ? 2 : 1);
}
