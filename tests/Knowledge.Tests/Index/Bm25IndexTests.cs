using Knowledge.Index;
using Knowledge.Tests.Support;

namespace Knowledge.Tests.Index;

public class Bm25IndexTests : ClauseIndexConformance
{
    private static readonly Lexicon Small = Lexicon.Parse("terms: [{ term: 风险投资, words: [VC, 风投] }]\nfillers: [请问, 多少]", "small");

    private static readonly IReadOnlyList<IndexedText> Texts =
    [
        new("investment", "", "对获得风险投资的企业给予支持。"),
        new("housing", "", "每年给予5个保障性住房名额。"),
        new("machine", "", "支持pvc管材与机床。"),
    ];

    protected override IClauseIndex Build(IReadOnlyList<IndexedText> texts) => Bm25Index.Build(texts);

    [Theory]
    [InlineData("VC")]
    [InlineData("有风投进来")]
    [InlineData("拿到vc了")]
    public void A_word_of_the_lexicon_finds_the_clause_that_says_it_otherwise(string query) =>
        Assert.Equal("investment", Bm25Index.Build(Texts, Small).Search(query, 1)[0].Id);

    [Fact]
    public void A_word_said_otherwise_counts_as_covered() => Assert.Equal(1, Bm25Index.Build(Texts, Small).Search("风投", 1)[0].Coverage, 5);

    [Fact]
    public void What_only_asks_does_not_count_towards_coverage() =>
        Assert.Equal(1, Bm25Index.Build(Texts, Small).Search("请问住房名额多少", 1)[0].Coverage, 5);

    [Fact]
    public void A_latin_word_is_a_whole_word() => Assert.Equal("machine", Bm25Index.Build(Texts, Small).Search("pvc", 3).Single().Id);
}

public class Bm25IndexWithLexiconTests : ClauseIndexConformance
{
    protected override IClauseIndex Build(IReadOnlyList<IndexedText> texts) => Bm25Index.Build(texts, Searches.Lexicon);
}
