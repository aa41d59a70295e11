using Knowledge.Tests.Support;

namespace Knowledge.Tests.Search;

public class ClauseSearchTests
{
    [Fact]
    public void A_clause_named_outright_comes_first_and_is_said_to_be_named()
    {
        var hits = Searches.Seeds.Search("第七条的责任单位有哪些", 5);
        Assert.Equal("xunwu-51/7", hits[0].Clause.ToString());
        Assert.True(hits[0].Named);
        Assert.Equal(1, hits[0].Coverage);
        Assert.DoesNotContain(hits.Skip(1), h => h.Named);
    }

    [Fact]
    public void A_clause_that_there_is_not_finds_nothing() => Assert.Empty(Searches.Seeds.Search("第十二条原文发我看看", 5));

    [Theory]
    [InlineData("县商务局", "xunwu-51/5", "xunwu-51/6", "xunwu-51/11")]
    [InlineData("组织部", "xunwu-51/8")]
    [InlineData("科创中心负责哪几条", "xunwu-51/1", "xunwu-51/5", "xunwu-51/11")]
    public void A_department_finds_the_clauses_that_name_it(string query, params string[] clauses) =>
        Assert.Equal(clauses.Order(), Searches.Seeds.Search(query, clauses.Length).Select(h => h.Clause.ToString()).Order());

    [Fact]
    public void A_question_that_names_a_document_finds_its_clauses_first() =>
        Assert.All(Searches.Seeds.Search("集群试点通知的申报程序和截止时间", 3), h => Assert.Equal("pilot-2025", h.Document));

    [Fact]
    public void Snippets_are_verbatim_short_and_scores_fall()
    {
        foreach (var query in new[] { "风投", "试点资金能不能还债", "第三、第四条", "小孩上学" })
        {
            var hits = Searches.Seeds.Search(query, 10);
            Assert.All(hits, h => Assert.Contains(h.Snippet, SeedDocuments.Clause(h.Clause.ToString()).Text, StringComparison.Ordinal));
            Assert.All(hits, h => Assert.NotEmpty(h.Snippet));
            Assert.Equal(hits.OrderByDescending(h => h.Score), hits);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("？？")]
    public void Nothing_asked_finds_nothing(string query) => Assert.Empty(Searches.Seeds.Search(query, 5));
}
