using Knowledge.Index;
using Knowledge.Tests.Support;

namespace Knowledge.Tests.Index;

public class LexiconTests
{
    [Theory]
    [InlineData("terms: 风投", "x.yml:1: expected a list of { term: …, words: […] }.")]
    [InlineData("terms:\n  - { term: 风险投资 }", "x.yml:2: an entry needs both term and words.")]
    [InlineData("terms:\n  - { term: 风险投资, word: [vc] }", "x.yml:2: unknown key 'word'; expected term and words.")]
    [InlineData("terms:\n  - { term: 风险投资, words: vc }", "x.yml:2: expected a list of words: [一, 二].")]
    [InlineData("terms:\n  - { term: 甲, words: [a] }\n  - { term: 甲, words: [b] }", "x.yml:3: '甲' stands there already; put all its words in one entry.")]
    [InlineData("\nterm: []", "x.yml:2: unknown part 'term'; expected the lists terms, departments, documents, fillers and frames.")]
    [InlineData("- a", "x.yml:1: expected the lists terms, departments, documents, fillers and frames.")]
    [InlineData("fillers: [请问, '']", "x.yml:1: expected a word, not a list and not nothing.")]
    public void A_mistake_is_reported_with_file_line_and_remedy(string yaml, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Lexicon.Parse(yaml, "x.yml")).Message);

    [Fact]
    public void Broken_yaml_is_reported_with_file_and_line() =>
        Assert.StartsWith("x.yml:", Assert.Throws<InvalidDataException>(() => Lexicon.Parse("terms: [", "x.yml")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_is_an_empty_lexicon() => Assert.Empty(Lexicon.Parse("", "x.yml").Terms);

    [Theory]
    [InlineData("找大数据中心还是工信局", "县大数据中心", "县工信局")]
    [InlineData("国土局管不管", "县自然资源局")]
    [InlineData("省发改委和财政厅", "省发展改革委(省数据局)", "省财政厅")]
    [InlineData("今天天气")]
    public void Departments_are_found_by_short_names(string text, params string[] names) =>
        Assert.Equal(names, Searches.Lexicon.FindDepartments(text).Select(m => m.Name));

    [Theory]
    [InlineData("十一条过期了没有", "xunwu-51")]
    [InlineData("51号文和集群试点通知", "xunwu-51", "pilot-2025")]
    [InlineData("第十一条怎么说")]
    [InlineData("151号文")]
    [InlineData("试点干砸了会咋样", "pilot-2025")]
    [InlineData("十一条和试点", "xunwu-51", "pilot-2025")]
    [InlineData("几个县一起报试点", "pilot-2025")]
    [InlineData("养老服务试点怎么报")]
    [InlineData("入选国家大数据产业试点示范")]
    [InlineData("中小企业数字化转型城市试点")]
    public void Documents_are_found_by_nickname(string text, params string[] ids) =>
        Assert.Equal(ids, Searches.Lexicon.FindDocuments(text).Select(m => m.Name));

    [Fact]
    public void Every_responsible_unit_is_a_department_of_the_lexicon()
    {
        var units = SeedDocuments.Clauses.Where(c => c.Text.Contains("〔责任单位", StringComparison.Ordinal))
            .SelectMany(c => c.Text[(c.Text.IndexOf("〔责任单位", StringComparison.Ordinal) + 6)..^1].Split('、'))
            .Select(u => u.EndsWith("等部门", StringComparison.Ordinal) ? u[..^3] : u).Distinct();
        Assert.All(units, unit => Assert.Equal(unit, Assert.Single(Searches.Lexicon.FindDepartments(unit)).Name));
    }

    [Fact]
    public void Every_clause_is_the_first_hit_for_some_word_that_it_does_not_contain()
    {
        var lay = Searches.Lexicon.Terms.SelectMany(t => t.Words).Distinct()
            .Select(word => (Word: word, Hit: Searches.Seeds.Search(word, 1) is [var hit] ? hit : null))
            .Where(x => x.Hit is not null && !SeedDocuments.Clause(x.Hit.Clause.ToString()).Text.Contains(x.Word, StringComparison.OrdinalIgnoreCase))
            .Select(x => x.Hit!.Clause).ToHashSet();
        Assert.All(SeedDocuments.Clauses, clause => Assert.Contains(clause.Id, lay));
    }
}
