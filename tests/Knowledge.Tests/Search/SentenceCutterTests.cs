using Knowledge.Search;
using Knowledge.Tests.Support;

namespace Knowledge.Tests.Search;

public class SentenceCutterTests
{
    private static readonly SentenceCutter Cutter = Searches.Seeds.Cutter;

    [Theory]
    [InlineData("xunwu-51/9", "起拍底价咋定的", "数字技术企业所需工业用地出让底价，在国家标准范围内可根据土地估价结果和产业政策综合确定。")]
    [InlineData("xunwu-51/7", "哪些责任单位", "〔责任单位：县金融服务中心、县发改委、县工信局、县财政局〕")]
    [InlineData("xunwu-51/closing", "谁来解释", "本政策自印发之日起试行两年（2022—2023年），由县大数据中心会同县直有关部门负责解释。")]
    [InlineData("pilot-2025/5.4", "想改动方案报谁同意", "试点地区应严格按照批复的实施方案开展工作,如调整需设区市数字经济主管部门、财政部门批准同意,并报省发展改革委(省数据局)备案。")]
    [InlineData("pilot-2025/3.5", "安全事故", "(五)近三年未发生重大生产安全事故和突发环境事件。")]
    public void The_sentence_that_answers_is_cut(string clause, string query, string sentence) => Assert.Equal(sentence, Cut(SeedDocuments.Clause(clause).Text, query));

    [Fact]
    public void Several_sentences_are_adjacent_and_fit()
    {
        foreach (var clause in SeedDocuments.Clauses)
        {
            var one = Cutter.Best(clause.Text, "资金怎么用");
            var three = Cutter.Best(clause.Text, "资金怎么用", 3, 120);
            Assert.True(three.Contains(one));
            Assert.True(three.Length <= Math.Max(120, one.Length));
        }
    }

    [Fact]
    public void A_cut_begins_and_ends_at_sentence_borders()
    {
        foreach (var clause in SeedDocuments.Clauses)
        {
            var span = Cutter.Best(clause.Text, "奖励多少资金", 2);
            Assert.True(span.Start == 0 || "。；！？：:〕".Contains(clause.Text[span.Start - 1], StringComparison.Ordinal));
            Assert.True(span.End == clause.Text.Length || "。；！？：:".Contains(clause.Text[span.End - 1], StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_text_outside_the_corpus_is_cut_as_well() => Assert.Equal("租金减半。", Cut("第一年免租。租金减半。时间为10:30前。", "租金怎么减"));

    [Theory]
    [InlineData("")]
    [InlineData("。")]
    [InlineData("无句号的话")]
    [InlineData("（（（不成对。还有")]
    public void An_odd_text_is_cut_without_error(string text) => Assert.InRange(Cutter.Best(text, "怎么").End, 0, text.Length);

    private static string Cut(string text, string query)
    {
        var span = Cutter.Best(text, query);
        return text.Substring(span.Start, span.Length);
    }
}
