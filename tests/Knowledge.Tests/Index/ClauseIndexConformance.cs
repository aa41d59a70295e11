using Knowledge.Index;
using Knowledge.Tests.Support;

namespace Knowledge.Tests.Index;

/// <summary>What any <see cref="IClauseIndex"/> must do; a new implementation inherits these tests.</summary>
public abstract class ClauseIndexConformance
{
    private static readonly IndexedText Housing = new("housing", "人才", "由县政府每年给予5个保障性住房名额，名额当年有效。");
    private static readonly IndexedText Land = new("land", "用地", "积极推行先租后让、租让结合等方式供应土地。");
    private static readonly IndexedText Service = new("service", "客服", "在创业期间给予创业补助。");

    protected abstract IClauseIndex Build(IReadOnlyList<IndexedText> texts);

    private IClauseIndex Seeds() => Build([.. SeedDocuments.Clauses.Select(c => new IndexedText(c.Id.ToString(), c.Heading, c.Text))]);

    [Fact]
    public void An_empty_corpus_finds_nothing()
    {
        var index = Build([]);
        Assert.Equal(0, index.Count);
        Assert.Empty(index.Search("保障性住房", 5));
    }

    [Fact]
    public void A_single_clause_is_found()
    {
        var hit = Assert.Single(Build([Housing]).Search("住房名额", 5));
        Assert.Equal("housing", hit.Id);
    }

    [Fact]
    public void A_title_is_searched_as_well() => Assert.Equal("land", Build([Housing, Land, Service]).Search("用地", 5)[0].Id);

    [Fact]
    public void A_single_character_finds_the_clauses_that_have_it() => Assert.Equal("land", Assert.Single(Build([Housing, Land, Service]).Search("租", 5)).Id);

    [Fact]
    public void Equal_clauses_come_in_the_order_of_the_corpus()
    {
        var copies = Enumerable.Range(0, 700).Select(i => Land with { Id = $"{i}" }).ToList();
        Assert.Equal(["0", "1", "2", "3", "4"], Build(copies).Search("先租后让", 5).Select(h => h.Id));
    }

    [Fact]
    public void No_more_than_asked_for_and_no_more_than_there_are_are_found()
    {
        var index = Build([Housing, Land, Service]);
        Assert.Empty(index.Search("给予", 0));
        Assert.Single(index.Search("给予", 1));
        Assert.Equal(2, index.Search("给予", 1000).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Search("给予", -1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("？！。，、；：…「」()")]
    [InlineData("😊")]
    [InlineData("qwxyz 98765")]
    public void A_query_that_shares_nothing_finds_nothing(string query) => Assert.Empty(Build([Housing, Land, Service]).Search(query, 5));

    [Fact]
    public void A_very_long_query_is_answered_in_time()
    {
        var index = Seeds();
        var query = string.Concat(Enumerable.Repeat("先租后让的土地怎么供应，第七条说的是什么？", 5000));
        index.Search("先租后让", 5);
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.NotEmpty(index.Search(query, 5));
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 2);
    }

    [Fact]
    public void The_same_query_finds_the_same_in_an_index_built_again()
    {
        var (one, other) = (Seeds(), Seeds());
        foreach (var query in new[] { "保障性住房", "风险投资到位资金", "试点资金能不能还债", "的" })
        {
            Assert.Equal(one.Search(query, 39), one.Search(query, 39));
            Assert.Equal(one.Search(query, 39), other.Search(query, 39));
        }
    }

    [Fact]
    public void Readers_at_the_same_time_do_not_disturb_each_other()
    {
        var index = Seeds();
        var queries = SeedDocuments.Clauses.Select(c => c.Text).ToList();
        var alone = queries.ConvertAll(q => index.Search(q, 10));
        Parallel.For(0, 400, i => Assert.Equal(alone[i % queries.Count], index.Search(queries[i % queries.Count], 10)));
    }

    [Fact]
    public void A_clause_is_found_first_by_its_own_words()
    {
        var index = Seeds();
        Assert.All(SeedDocuments.Clauses, clause => Assert.Equal(clause.Id.ToString(), index.Search(clause.Text, 1)[0].Id));
    }

    [Fact]
    public void Irrelevant_clauses_do_not_displace_a_strong_match()
    {
        var others = Enumerable.Range(0, 2000).Select(i => new IndexedText($"other-{i}", "", $"{(char)(0x5000 + i)}{(char)(0x6000 + i)}给予企业奖励{i}元。"));
        Assert.Equal("land", Build([.. others, Land]).Search("先租后让供应土地", 3)[0].Id);
    }

    [Fact]
    public void Scores_fall_and_coverage_is_a_share()
    {
        var index = Seeds();
        foreach (var query in new[] { "保障性住房", "VC投进来的钱", "天气预报怎么样", "第七条原文", "县财政给予奖励的是哪些项目" })
        {
            var hits = index.Search(query, 39);
            Assert.All(hits, h => Assert.InRange(h.Coverage, 0, 1));
            Assert.All(hits, h => Assert.True(h.Score > 0));
            Assert.Equal(hits.OrderByDescending(h => h.Score), hits);
            Assert.Equal(hits.Count, hits.Select(h => h.Id).Distinct().Count());
        }
    }

    [Fact]
    public void Coverage_is_whole_for_the_clauses_own_words_and_small_for_foreign_ones()
    {
        var index = Build([Housing, Land, Service]);
        Assert.Equal(1, index.Search("保障性住房名额", 1)[0].Coverage, 5);
        Assert.InRange(index.Search("住院医保报销比例", 1)[0].Coverage, 0, 0.2);
    }
}
