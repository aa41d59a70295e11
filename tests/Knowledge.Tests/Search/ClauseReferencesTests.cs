using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Index;
using Knowledge.Search;
using Knowledge.Tests.Support;
using Knowledge.Text;

namespace Knowledge.Tests.Search;

public class ClauseReferencesTests
{
    private static readonly ClauseReferences Seeds = Searches.Seeds.References;

    [Theory]
    [InlineData("第七条原文", "xunwu-51/7")]
    [InlineData("第7条原文", "xunwu-51/7")]
    [InlineData("第十一条怎么说", "xunwu-51/11")]
    [InlineData("11条原文", "xunwu-51/11")]
    [InlineData("请看7条", "xunwu-51/7")]
    [InlineData("第三、第四、第五条的奖励", "xunwu-51/3 xunwu-51/4 xunwu-51/5")]
    [InlineData("第三到五条", "xunwu-51/3 xunwu-51/4 xunwu-51/5")]
    [InlineData("第一条和第五条", "xunwu-51/1 xunwu-51/5")]
    [InlineData("第八、九、十、十一条", "xunwu-51/8 xunwu-51/9 xunwu-51/10 xunwu-51/11")]
    [InlineData("第十和十一条讲什么", "xunwu-51/10 xunwu-51/11")]
    [InlineData("第三四条讲什么", "xunwu-51/3 xunwu-51/4")]
    [InlineData("第三、四两条", "xunwu-51/3 xunwu-51/4")]
    [InlineData("第五、六、七这几条", "xunwu-51/5 xunwu-51/6 xunwu-51/7")]
    [InlineData("十一条里三、四两条概括一下", "xunwu-51/3 xunwu-51/4")]
    [InlineData("七和八两条", "xunwu-51/7 xunwu-51/8")]
    [InlineData("把一二两条讲讲", "xunwu-51/1 xunwu-51/2")]
    [InlineData("5、6、7这三条", "xunwu-51/5 xunwu-51/6 xunwu-51/7")]
    [InlineData("二到四这三条", "xunwu-51/2 xunwu-51/3 xunwu-51/4")]
    [InlineData("第七条第二款", "xunwu-51/7")]
    [InlineData("第七条第八条", "xunwu-51/7 xunwu-51/8")]
    [InlineData("支持方向里的第三条", "pilot-2025/2.2.3")]
    [InlineData("四(二)", "pilot-2025/4.2")]
    [InlineData("五(三)原文发一下", "pilot-2025/5.3")]
    [InlineData("二(二)3讲什么", "pilot-2025/2.2.3")]
    [InlineData("通知4.2", "pilot-2025/4.2")]
    [InlineData("2.2.3", "pilot-2025/2.2.3")]
    [InlineData("通知第四部分第二款", "pilot-2025/4.2")]
    [InlineData("第四部分(二)", "pilot-2025/4.2")]
    [InlineData("第三部分的申报要求", "pilot-2025/3.1 pilot-2025/3.2 pilot-2025/3.3 pilot-2025/3.4 pilot-2025/3.5")]
    [InlineData("支持方向第三项", "pilot-2025/2.2.3")]
    [InlineData("申报要求(第三部分)总结一下", "pilot-2025/3.1 pilot-2025/3.2 pilot-2025/3.3 pilot-2025/3.4 pilot-2025/3.5")]
    [InlineData("申报要求的第三部分", "pilot-2025/3.3")]
    [InlineData("第3个方向", "pilot-2025/2.2.3")]
    [InlineData("第三个支持方向", "pilot-2025/2.2.3")]
    [InlineData("附件是什么", "pilot-2025/annex")]
    [InlineData("xunwu-51/2", "xunwu-51/2")]
    [InlineData("看看 pilot-2025/2.2.1。", "pilot-2025/2.2.1")]
    [InlineData("「资金使用」那一款", "pilot-2025/4.2")]
    [InlineData("绩效评价那段总结一下", "pilot-2025/5.5")]
    [InlineData("“支持对象”", "pilot-2025/1.2")]
    [InlineData("资金支持部分", "pilot-2025/4.1 pilot-2025/4.2")]
    [InlineData("“数据流通利用基础设施”和“高质量数据集”", "pilot-2025/2.2.3 pilot-2025/2.2.4")]
    [InlineData("发展客服产业那条", "xunwu-51/6")]
    public void A_clause_that_is_named_is_found(string message, string clauses) =>
        Assert.Equal(clauses, string.Join(' ', Find(message).SelectMany(r => r.Clauses)));

    [Theory]
    [InlineData("第十二条原文发我看看", "xunwu-51")]
    [InlineData("第四部分第九款", "pilot-2025")]
    [InlineData("xunwu-51/12", "xunwu-51")]
    public void A_clause_that_there_is_not_is_said_not_to_exist(string message, string document)
    {
        var reference = Assert.Single(Find(message));
        Assert.False(reference.Exists);
        Assert.Equal(document, reference.Document);
    }

    [Theory]
    [InlineData("十一条过期了没有")]
    [InlineData("数字经济十一条是哪年的")]
    [InlineData("寻府办字〔2022〕51号")]
    [InlineData("51号文")]
    public void A_nickname_or_number_is_the_document(string message)
    {
        var reference = Assert.Single(Find(message));
        Assert.True(reference.IsDocument);
        Assert.Equal("xunwu-51", reference.Document);
    }

    [Theory]
    [InlineData("县市场监管局是哪几条的责任单位")]
    [InlineData("提了3条意见")]
    [InlineData("共有7条")]
    [InlineData("我们有五、六两条生产线")]
    [InlineData("提了三、四条意见")]
    [InlineData("用地、人才两条")]
    [InlineData("投资1.2亿元")]
    [InlineData("营收4.2万")]
    [InlineData("服务企业10(含)家")]
    [InlineData("第一次入围")]
    [InlineData("数据要素是什么")]
    [InlineData("")]
    public void What_names_no_clause_is_no_reference(string message) => Assert.Empty(Find(message));

    [Fact]
    public void A_document_named_before_a_number_binds_it()
    {
        Assert.Equal("pilot-2025/4.1", Find("集群试点通知第四条")[^1].Clauses[0].ToString());
        Assert.Equal("xunwu-51/11", Find("十一条里的第十一条")[^1].Clauses.Single().ToString());
    }

    [Fact]
    public void The_document_of_the_conversation_is_preferred_where_it_has_the_clause()
    {
        Assert.Equal(new ClauseId("pilot-2025", "6"), Find("第六条", "pilot-2025")[0].Clauses.Single());
        Assert.Equal(new ClauseId("xunwu-51", "7"), Find("第七条", "pilot-2025")[0].Clauses.Single());
    }

    [Fact]
    public void Spans_point_at_the_words()
    {
        const string Message = "请把第十条完整发给我，还有四(二)";
        Assert.Equal(["第十条", "四(二)"], Find(Message).Select(r => Message.Substring(r.Span.Start, r.Span.Length)));
    }

    [Fact]
    public void A_further_document_needs_no_code()
    {
        Clause[] clauses = [.. new[] { ("1", "第一条 总则"), ("2", "第二条 租金减免") }.Select(c => new Clause(new("rent", c.Item1), c.Item2, c.Item2, [], null, [c.Item2]))];
        var rent = new Document("rent", "租金办法", "甲〔2024〕3号", "租金办法", "", new DateOnly(2024, 1, 1), null, "", [], [], clauses);
        var references = new ClauseReferences([rent], Lexicon.Empty);
        Assert.Equal(new ClauseId("rent", "2"), references.Find("第二条怎么说")[0].Clauses.Single());
        Assert.Equal(new ClauseId("rent", "2"), references.Find("租金减免那条")[0].Clauses.Single());
        Assert.True(references.Find("甲〔2024〕3号")[0].IsDocument);
    }

    [Theory]
    [InlineData("第一、")]
    [InlineData("第七条")]
    [InlineData("1.1.")]
    [InlineData("“资金")]
    [InlineData("十一条")]
    [InlineData("四(二)")]
    public void A_long_message_is_read_in_time(string part)
    {
        Find(part);
        var message = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        Find(message);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 2);
    }

    private static IReadOnlyList<ClauseReference> Find(string message, string? preferred = null) => Seeds.Find(Normaliser.Normalise(message).Text, preferred);
}
