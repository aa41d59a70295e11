using Knowledge.Text;

namespace Knowledge.Tests.Text;

public class NormaliserTests
{
    [Theory]
    [InlineData("區塊鏈應用企業", "区块链应用企业")]
    [InlineData("ＡＢＣ１２３，㎡①", "abc123,m21")]
    [InlineData("百 分 之 五", "百分之五")]
    [InlineData("10 家  企业", "10家企业")]
    [InlineData("  5G   Cloud 企业 ", "5g cloud 企业")]
    [InlineData("县\u0000级\u202e\u200b\ufeff财政", "县级财政")]
    [InlineData("𝟏𝟐万", "12万")]
    [InlineData("e\u0301", "é")]
    [InlineData("乾坤、着力、后台、公里、干部", "乾坤、着力、后台、公里、干部")]
    public void A_text_takes_its_normal_form(string text, string normal)
    {
        Assert.Equal(normal, Normaliser.Normalise(text).Text);
        Assert.Equal(normal, Normaliser.Normalise(normal).Text);
    }

    // Not among the cases above: a runner cannot hand half a pair to a test.
    [Fact]
    public void Half_a_surrogate_pair_falls_away() => Assert.Equal("ab", Normaliser.Normalise("a\ud800b\udc00").Text);

    [Theory]
    [InlineData("共 １０ 家㎡", "10家", "１０ 家")]
    [InlineData("a㎡b", "m2", "㎡")]
    [InlineData("x𝟏𝟐万", "12", "𝟏𝟐")]
    [InlineData("ae\u0301b", "é", "e\u0301")]
    public void A_stretch_leads_back_to_what_was_written(string text, string stretch, string written)
    {
        var normal = Normaliser.Normalise(text);
        var span = normal.Origin(new TextSpan(normal.Text.IndexOf(stretch, StringComparison.Ordinal), stretch.Length));
        Assert.Equal(written, text.Substring(span.Start, span.Length));
    }

    [Fact]
    public void The_corpus_is_in_simplified_characters_already()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "corpus"), "*.md"))
        {
            var han = File.ReadAllText(file).Where(c => c is >= '\u4e00' and <= '\u9fff').ToArray();
            Assert.Equal(new string(han), Normaliser.Normalise(new string(han)).Text);
        }
    }

    [Fact]
    public void A_text_that_needs_no_change_is_not_copied()
    {
        const string text = "县财政给予奖励50万元。";
        Assert.Same(text, Normaliser.Normalise(text).Text);
    }
}
