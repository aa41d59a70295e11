using System.Text.Json;

namespace Bot.Tests.Extension;

/// <summary>A corpus file and one C# file, and the assistant talks about the new policy as it does about the others.</summary>
public sealed class AddedPolicyDialogueTests(BeekeepingHost host) : IClassFixture<BeekeepingHost>
{
    private const string InForce = "2024-05-01";

    [Theory]
    [InlineData("我买蜂箱花了10万元，养的是中华蜂，已经加入合作社，能补多少？", 15000)]
    [InlineData("蜂箱补贴：购置蜂箱十万块，土蜂，合作社社员", 15000)]
    [InlineData("买蜂箱一共100,000元，养中蜂，加入了合作社，补助多少钱", 15000)]
    [InlineData("購置蜂箱花了１０萬元，中華蜂，加入合作社，蜂箱補助多少？", 15000)]
    [InlineData("意蜂，加入了合作社，买蜂箱花了50万，能拿多少蜂箱补助", 40000)]
    [InlineData("中华蜂，加入了合作社，买蜂箱花了50万，能拿多少蜂箱补助", 60000)]
    [InlineData("中华蜂，加入了合作社，买蜂箱花了2万元整，能补多少", 3000)]
    [InlineData("我没有加入合作社，买蜂箱花了10万，养中蜂，能补多少", 0)]
    [InlineData("买蜂箱花了1.99万元，养中蜂，加入了合作社，能补多少", 0)]
    public async Task It_reckons_the_award_from_free_Chinese(string text, decimal amount)
    {
        var answer = await Ask(text);
        Assert.Equal("award", Kind(answer));
        var award = answer.GetProperty("awards")[0];
        Assert.Equal(("hive-grant", amount), (award.GetProperty("calculator").GetString(), award.GetProperty("amount").GetDecimal()));
        Assert.Equal("bees-7/1", Clauses(answer)[0]);
        Assert.Equal("in-force", answer.GetProperty("validity").GetProperty("status").GetString());
    }

    [Fact]
    public async Task It_asks_for_what_is_missing_one_thing_at_a_time()
    {
        var first = await Ask("买蜂箱花了10万元，能补多少？", "slots");
        Assert.Equal("clarify", Kind(first));
        Assert.Equal(["beeKind", "cooperativeMember"], Strings(first, "missing"));
        Assert.Contains("请问养的是中华蜂还是意大利蜂", first.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(["中华蜂", "意大利蜂"], Strings(first, "suggestions"));

        var second = await Ask("意大利蜂", "slots");
        Assert.Equal(["cooperativeMember"], Strings(second, "missing"));

        var third = await Ask("加入了合作社", "slots");
        Assert.Equal(("award", 15000m), (Kind(third), third.GetProperty("awards")[0].GetProperty("amount").GetDecimal()));

        var fourth = await Ask("那如果是40万呢？", "slots");
        Assert.Equal(("award", 40000m), (Kind(fourth), fourth.GetProperty("awards")[0].GetProperty("amount").GetDecimal()));
    }

    [Theory]
    [InlineData("柑橘开花期间能不能喷洒农药？", "bees-7/2")]
    [InlineData("转地放蜂的路线要向谁登记", "bees-7/2.1")]
    [InlineData("测府发〔2023〕7号第二条怎么说的", "bees-7/2")]
    [InlineData("《测试县养蜂产业扶持办法》第二条是什么", "bees-7/2")]
    [InlineData("测试县养蜂产业扶持办法第二条是什么", "bees-7/2")]
    [InlineData("养蜂产业扶持办法第二条是什么", "bees-7/2")]
    [InlineData("养蜂办法第三条", "bees-7/3")]
    [InlineData("养蜂办法什么时候到期？", "bees-7/3")]
    [InlineData("听说蜂箱补助是20%对吧？", "bees-7/1")]
    [InlineData("中华蜂和意大利蜂的上限有什么区别？", "bees-7/1")]
    [InlineData("蜜源保护由哪个部门负责？", "bees-7/2")]
    public async Task It_answers_with_the_clause(string text, string clause)
    {
        var answer = await Ask(text);
        Assert.Equal("clause", Kind(answer));
        Assert.Contains(clause, Clauses(answer));
    }

    [Theory]
    [InlineData("总结一下养蜂办法")]
    [InlineData("养蜂产业扶持办法主要讲什么？")]
    public async Task It_is_summarised(string text)
    {
        var answer = await Ask(text);
        Assert.Equal("summary", Kind(answer));
        Assert.All(Clauses(answer), clause => Assert.StartsWith("bees-7/", clause, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("买蜂箱花了五六十万，中华蜂，加入了合作社，能补多少", "award")]
    [InlineData("买蜂箱花了几万块，中华蜂，加入了合作社，能补多少", "clarify")]
    public async Task A_vague_amount_is_answered_only_where_it_cannot_matter(string text, string kind) => Assert.Equal(kind, Kind(await Ask(text)));

    [Fact]
    public async Task Awards_of_two_documents_are_reckoned_from_one_message()
    {
        var answer = await Ask("我们首次入围互联网百强，另外买蜂箱花了10万，养中华蜂，加入了合作社，各能拿多少？");
        Assert.Equal(
            [("hive-grant", 15000m), ("top100-listing", 1000000m)],
            answer.GetProperty("awards").EnumerateArray().Select(a => (a.GetProperty("calculator").GetString()!, a.GetProperty("amount").GetDecimal())).Order());
    }

    [Theory]
    [InlineData("2023-02-28", "not-yet")]
    [InlineData("2025-12-31", "in-force")]
    [InlineData("2026-01-01", "unclear")]
    [InlineData("2026-02-28", "unclear")]
    [InlineData("2026-03-01", "expired")]
    public async Task It_says_whether_the_policy_applies(string day, string status)
    {
        var answer = await Ask("测试县养蜂产业扶持办法现在还有效吗？", asOf: day);
        Assert.Equal(("clause", status), (Kind(answer), answer.GetProperty("validity").GetProperty("status").GetString()));
        if (status is "unclear" or "expired") Assert.Contains("县蜂业中心", answer.GetProperty("validity").GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policies_that_were_there_answer_as_before()
    {
        var answer = await Ask("第七条是按多少比例支持的？");
        Assert.Equal("xunwu-51/7", Clauses(answer)[0]);
        Assert.Equal("refuse", Kind(await Ask("养蚕有补助吗？")));
    }

    private async Task<JsonElement> Ask(string text, string? conversation = null, string asOf = InForce)
    {
        var body = JsonSerializer.Serialize(conversation is null ? new Dictionary<string, string> { ["text"] = text, ["asOf"] = asOf } : new() { ["text"] = text, ["asOf"] = asOf, ["conversationId"] = conversation });
        var reply = await host.Program.PostAsync("/api/ask", body);
        Assert.Equal(200, reply.Status);
        return reply.Json;
    }

    private static string? Kind(JsonElement answer) => answer.GetProperty("kind").GetString();

    private static List<string?> Clauses(JsonElement answer) => [.. answer.GetProperty("citations").EnumerateArray().Select(c => c.GetProperty("clause").GetString())];

    private static List<string?> Strings(JsonElement answer, string name) => [.. answer.GetProperty(name).EnumerateArray().Select(e => e.GetString())];
}
