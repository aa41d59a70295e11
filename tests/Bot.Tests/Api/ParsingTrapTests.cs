using System.Text;
using Bot.Tests.Support;

namespace Bot.Tests.Api;

/// <summary>Everything that a lenient parser would let through.</summary>
public sealed class ParsingTrapTests(BotHost host) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("-1")]
    [InlineData("-0")]
    [InlineData("-0.00")]
    [InlineData("1e3")]
    [InlineData("1E+3")]
    [InlineData("1.000")]
    [InlineData("0.001")]
    [InlineData("1e29")]
    [InlineData("1e400")]
    [InlineData("\"100\"")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("10000000000000")]
    [InlineData("99999999.99999999999999999999999999999999")]
    [InlineData("9999999999999.999")]
    public async Task Money_is_plain_digits_within_its_range(string amount) =>
        Assert.Equal("executedContractAmount", (await Serve("10", amount)).Problem(400));

    [Theory]
    [InlineData("0")]
    [InlineData("0.01")]
    [InlineData("1.0")]
    [InlineData("9999999999999.99")]
    public async Task Money_with_up_to_two_decimals_is_taken(string amount) => Assert.Equal(200, (await Serve("10", amount)).Status);

    [Theory]
    [InlineData("3.0")]
    [InlineData("-3")]
    [InlineData("-0")]
    [InlineData("3e0")]
    [InlineData("2147483648")]
    [InlineData("\"3\"")]
    [InlineData("null")]
    [InlineData("false")]
    public async Task A_count_has_no_point_and_fits(string count) => Assert.Equal("localEnterprisesServed", (await Serve(count, "1")).Problem(400));

    [Theory]
    [InlineData("0")]
    [InlineData("2147483647")]
    public async Task A_count_reaches_to_its_ends(string count) => Assert.Equal(200, (await Serve(count, "1")).Status);

    [Theory]
    [InlineData("top100-listing", """{"list":"internet"}""", "firstTime")]
    [InlineData("top100-listing", """{"list":"internet","firstTime":"true"}""", "firstTime")]
    [InlineData("top100-listing", """{"list":"internet","firstTime":1}""", "firstTime")]
    [InlineData("top100-listing", """{"list":"internet","firstTime":null}""", "firstTime")]
    [InlineData("top100-listing", """{"list":"Internet","firstTime":true}""", "list")]
    [InlineData("top100-listing", """{"list":"\ud800","firstTime":true}""", "list")]
    [InlineData("top100-listing", """{"list":["internet"],"firstTime":true}""", "list")]
    [InlineData("top100-listing", """{"list":"internet","firstTime":true,"firstTime":true}""", "firstTime")]
    [InlineData("top100-listing", """{"list":"internet","firstTime":true,"other":1}""", "other")]
    [InlineData("top100-listing", """{"list":"internet","firstTime":true,"FirstTime":true}""", "FirstTime")]
    [InlineData("top100-listing", """{"list":"internet","firstTime":true,"\u0000\u202e":1}""", "\uFFFD\uFFFD")]
    [InlineData("cluster-park-grant", """{"countyLevelRecognized":true,"metAnnualTarget":true,"previouslyGranted":null}""", "previouslyGranted")]
    [InlineData("core-industry-revenue", """{"category":"application","annualRevenue":1,"previousHighestRevenue":"0"}""", "previousHighestRevenue")]
    [InlineData("highest-award", """{"awards":[]}""", "awards")]
    [InlineData("highest-award", """{"awards":{}}""", "awards")]
    [InlineData("highest-award", """{"awards":[1]}""", "awards[0]")]
    [InlineData("highest-award", """{"awards":[{"name":"甲","amount":-1}]}""", "awards[0].amount")]
    [InlineData("highest-award", """{"awards":[{"name":"甲","amount":1},{"name":"乙"}]}""", "awards[1].amount")]
    [InlineData("highest-award", """{"awards":[{"name":"甲","amount":1},{"name":"乙","amount":1.000}]}""", "awards[1].amount")]
    [InlineData("highest-award", """{"awards":[{"name":"","amount":1}]}""", "awards[0].name")]
    [InlineData("highest-award", """{"awards":[{"name":"  ","amount":1}]}""", "awards[0].name")]
    [InlineData("highest-award", """{"awards":[{"name":"\udc00","amount":1}]}""", "awards[0].name")]
    [InlineData("highest-award", """{"awards":[{"name":"甲","amount":1,"amount":1}]}""", "awards[0].amount")]
    [InlineData("highest-award", """{"awards":[{"name":"甲","amount":1,"unit":"元"}]}""", "awards[0].unit")]
    [InlineData("highest-award", """{"awards":[{"name":"甲","amount":1}],"awards":[{"name":"甲","amount":1}]}""", "awards")]
    [InlineData("pilot-eligibility", """{"applicant":"joint","leadingEnterprises":1,"qualityEnterprises":20,"incidentsInThreeYears":false,"previouslySelected":false}""", "leadApplicantNamed")]
    [InlineData("pilot-eligibility", """{"applicant":"county","leadApplicantNamed":true,"leadingEnterprises":1,"qualityEnterprises":20,"incidentsInThreeYears":false,"previouslySelected":false}""", "leadApplicantNamed")]
    [InlineData("pilot-eligibility", """{"applicant":"county","leadingEnterprises":1,"qualityEnterprises":20,"incidentsInThreeYears":false,"previouslySelected":false,"submissionDate":"2025-10-7"}""", "submissionDate")]
    [InlineData("pilot-eligibility", """{"applicant":"county","leadingEnterprises":1,"qualityEnterprises":20,"incidentsInThreeYears":false,"previouslySelected":false,"submissionDate":"2025-02-29"}""", "submissionDate")]
    [InlineData("pilot-eligibility", """{"applicant":"county","leadingEnterprises":1,"qualityEnterprises":20,"incidentsInThreeYears":false,"previouslySelected":false,"submissionDate":20251027}""", "submissionDate")]
    public async Task Each_trap_is_a_400_that_names_the_field(string calculator, string body, string field) =>
        Assert.Equal(field, (await host.PostAsync($"/api/calculators/{calculator}", body)).Problem(400));

    [Fact]
    public async Task A_hundred_awards_are_taken_and_no_more()
    {
        string Body(int count) => $$"""{"awards":[{{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"name":"第{{i}}项","amount":{{i}}}"""))}}]}""";
        Assert.Equal(200, (await host.PostAsync("/api/calculators/highest-award", Body(100))).Status);
        Assert.Equal("awards", (await host.PostAsync("/api/calculators/highest-award", Body(101))).Problem(400));
        Assert.Equal("awards[0].name", (await host.PostAsync("/api/calculators/highest-award", $$"""{"awards":[{"name":"{{new string('长', 101)}}","amount":1}]}""")).Problem(400));
    }

    [Fact]
    public async Task All_faults_of_a_body_are_told_at_once()
    {
        var reply = await host.PostAsync("/api/calculators/manufacturing-internet-service", """{"localEnterprisesServed":3.0,"executedContractAmount":"1","a":1,"b":2,"b":3}""");
        Assert.NotNull(reply.Problem(400));
        Assert.Equal(["a", "b", "executedContractAmount", "localEnterprisesServed"], reply.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{/**/}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("{\"localEnterprisesServed\":007}")]
    [InlineData("{\"localEnterprisesServed\":NaN}")]
    [InlineData("{\"localEnterprisesServed\":.5}")]
    public async Task What_is_no_JSON_object_is_a_400_without_a_field(string body)
    {
        foreach (var path in Posts) Assert.Null((await host.PostAsync(path, body)).Problem(400));
    }

    [Fact]
    public async Task Deep_nesting_bad_UTF_8_and_a_byte_order_mark_are_dealt_with()
    {
        Assert.Null((await host.PostAsync("/api/screen", "{\"a\":" + new string('[', 50_000) + new string(']', 50_000) + "}")).Problem(400));
        Assert.Null((await host.PostAsync("/api/screen", [(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}'], "application/json")).Problem(400));
        Assert.Equal(200, (await host.PostAsync("/api/screen", [.. Encoding.UTF8.Preamble, (byte)'{', (byte)'}'], "application/json")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=gbk")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_content_type_is_a_415(string? contentType)
    {
        foreach (var path in Posts) Assert.Null((await host.PostAsync(path, "{}"u8.ToArray(), contentType)).Problem(415));
    }

    [Fact]
    public async Task More_than_256_KiB_is_a_413()
    {
        var body = Encoding.UTF8.GetBytes("{\"text\":\"" + new string('a', 256 * 1024) + "\"}");
        foreach (var path in Posts) Assert.Null((await host.PostAsync(path, body, "application/json")).Problem(413));
    }

    [Fact]
    public async Task Another_method_is_a_405_that_says_which_would_be_right()
    {
        foreach (var path in Posts.Where(p => p != "/api/feedback")) Assert.Null((await host.SendAsync(new HttpRequestMessage(HttpMethod.Get, path))).Problem(405));
        foreach (var path in new[] { "/api/documents", "/healthz", "/api/answers/x" }) Assert.Null((await host.PostAsync(path, "{}")).Problem(405));
    }

    private static readonly string[] Posts = ["/api/ask", "/api/feedback", "/api/screen", "/api/calculators/manufacturing-internet-service"];

    private Task<Reply> Serve(string count, string amount) =>
        host.PostAsync("/api/calculators/manufacturing-internet-service", $$"""{"localEnterprisesServed":{{count}},"executedContractAmount":{{amount}}}""");
}
