using Bot.Answering;
using Bot.Conversations;
using Bot.Tests.LanguageModel.Support;

namespace Bot.Tests.LanguageModel;

/// <summary>The gist of an award that was reckoned: told by code, and with a model joined from quotes and steps that code fills.</summary>
public sealed class StepsTests(ModelStandIn model) : IClassFixture<ModelStandIn>
{
    private const string Award = "服务了18家本地企业，合同实际执行1200万，能奖多少？";
    private const string Gist = "总结一下刚才算的";
    private const string Good = "规定如下：{quote:1}。首先：{step:1}；其次：{step:2}；{step:3}；{step:4}。对于奖励资金：{step:5}。";

    private static ConversationState Reckoned => Aided.Plain(Award).State;

    [Theory]
    [InlineData("总结一下")]
    [InlineData(Gist)]
    [InlineData("简单说说我能拿多少和依据")]
    [InlineData("把结果归纳一下")]
    [InlineData("小结一下我能拿多少")]
    [InlineData("一句话总结")]
    [InlineData("概括成三点吧")]
    public void Without_a_model_the_gist_of_what_was_reckoned_is_told_with_its_basis_and_its_caveats(string text)
    {
        var before = Aided.Plain(Award).Answer.Awards[0].Award;
        var answer = Aided.Plain(text, Reckoned).Answer;
        Assert.Equal((AnswerKind.Award, before.Amount), (answer.Kind, Assert.Single(answer.Awards).Award.Amount));
        Assert.StartsWith("小结：按您提供的情况，制造业与互联网融合服务奖励为24万元。\n依据：", answer.Text, StringComparison.Ordinal);
        Assert.All(before.Steps, s => Assert.Contains(s.Text, answer.Text, StringComparison.Ordinal));
        Assert.All(before.Caveats, c => Assert.Contains(c.Text, answer.Text, StringComparison.Ordinal));
        Assert.Contains("\n时效：", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("总结一下第七条", "xunwu-51/7")]
    [InlineData("总结一下这一条", "xunwu-51/3")]
    [InlineData("概括一下用地政策", "xunwu-51/9")]
    [InlineData("用三句话概括用地政策", "xunwu-51/9")]
    public void The_gist_of_a_clause_is_the_clause_s(string text, string clause)
    {
        var answer = Aided.Plain(text, Reckoned).Answer;
        Assert.Equal((AnswerKind.Summary, clause), (answer.Kind, answer.Citations[0].Clause.ToString()));
        Assert.Empty(answer.Awards);
    }

    [Fact]
    public void Several_awards_of_one_answer_are_told_together()
    {
        var before = Aided.Plain("我们是制造业企业，去年营收6亿，之前最高3亿，又首次入围中国互联网百强，各能奖多少？");
        var answer = Aided.Plain(Gist, before.State).Answer;
        Assert.Equal([250000m, 1000000m], answer.Awards.Select(a => a.Award.Amount.Amount));
    }

    [Fact]
    public async Task A_model_joins_quotes_and_steps_and_code_fills_them_whole()
    {
        using var aided = new Aided(model);
        var plain = Aided.Plain(Gist, Reckoned).Answer;
        var answer = (await aided.AskAsync(Gist, Script.Say(Good), Reckoned)).Answer;
        Assert.Equal(("used", true), (answer.Model!.Outcome, answer.Generated));
        Assert.Equal(plain.Awards[0].Award.Amount, answer.Awards[0].Award.Amount);
        Assert.StartsWith("小结：按您提供的情况，制造业与互联网融合服务奖励为24万元。\n", answer.Text, StringComparison.Ordinal);
        Assert.Contains("首先：年度服务本地企业18家，达到10家（含）以上（三、支持制造业与互联网的深度融合）；", answer.Text, StringComparison.Ordinal);
        Assert.All(plain.Awards[0].Award.Caveats, c => Assert.Contains($"\n提示：{c.Text}", answer.Text, StringComparison.Ordinal));
        Assert.EndsWith("（由语言模型组织文字，条文原文和计算由程序填入）", answer.Text, StringComparison.Ordinal);
        // The user's figures are not sent.
        var sent = ModelStandIn.UserText(model.Asked.Last());
        Assert.Contains("{step:5}", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("18", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("1200", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("24万", sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{step:1}", "{step:2}", "placeholder", "swapped")]
    [InlineData("{step:5}", "{step:4}", "placeholder", "one twice, one left out")]
    [InlineData("；{step:4}", "", "placeholder", "left out")]
    [InlineData("{step:5}", "{step:5}，{step:6}", "placeholder", "invented")]
    [InlineData("{step:5}", "{step:5}以上", "foreign-words", "a bound of the clause behind a figure")]
    [InlineData("{step:3}", "最高{step:3}", "foreign-words", "a bound of the clause before a figure")]
    [InlineData("{step:3}", "不超过{step:3}", "denial", "a bound that denies")]
    [InlineData("{step:3}", "约{step:3}", "foreign-words", "a bound of the model's own")]
    [InlineData("{step:3}", "由市{step:3}", "foreign-words", "another payer")]
    [InlineData("{step:3}", "年度{step:3}", "foreign-words", "each year")]
    [InlineData("{step:3}", "{step:3}万元", "numeral", "a unit")]
    [InlineData("{step:3}", "{step:3}的百分之五", "numeral", "a share")]
    [InlineData("{step:3}", "保证{step:3}", "promise", "a promise")]
    [InlineData("对于奖励资金：{step:5}。", "对于奖励资金：{step:5}。企业奖励。", "uncited", "a sentence without either")]
    public async Task Whatever_would_alter_a_figure_is_rejected(string part, string changed, string reason, string why)
    {
        using var aided = new Aided(model);
        var text = Good.Replace(part, changed, StringComparison.Ordinal);
        Assert.NotEqual(Good, text);
        var result = await aided.AskAsync(Gist, Script.Say(text), Reckoned);
        Assert.Equal(($"rejected:{reason}", why), (result.Answer.Model!.Outcome, why));
        Same.As(Aided.Plain(Gist, Reckoned), result);
    }

    [Fact]
    public async Task A_step_never_stands_beside_the_words_of_another_clause()
    {
        using var aided = new Aided(model);
        const string apply = "我们县申报集群试点，有1家链主企业，25家优质企业，没出过事故，以前没入选过，能报吗？";
        var before = Aided.Plain(apply);
        var plain = Aided.Plain("把结果归纳一下", before.State).Answer;
        var award = plain.Awards[0].Award;
        var (quotes, steps) = (plain.Citations.Count, award.Steps.Count);
        Assert.True(steps > 1 && award.Steps.Select(s => s.Quote.Clause).Distinct().Count() > 1, plain.Text);
        var all = string.Concat(Enumerable.Range(1, quotes).Select(i => $"{{quote:{i}}}；"));
        var together = all + string.Join('，', Enumerable.Range(1, steps).Select(i => $"{{step:{i}}}")) + "。";
        Assert.Equal("rejected:mixed-clauses", (await aided.AskAsync("把结果归纳一下", Script.Say(together), before.State)).Answer.Model!.Outcome);
        var apart = all + string.Join('；', Enumerable.Range(1, steps).Select(i => $"{{step:{i}}}")) + "。";
        Assert.Equal("used", (await aided.AskAsync("把结果归纳一下", Script.Say(apart), before.State)).Answer.Model!.Outcome);
    }
}
