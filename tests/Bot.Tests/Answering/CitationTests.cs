using Bot.Answering;
using Bot.Answering.Wording;
using Calculators.Rules;
using Knowledge.Citations;
using Knowledge.Corpus;

namespace Bot.Tests.Answering;

public sealed class CitationTests
{
    private static readonly DocumentSet Documents = CorpusReader.Read(Path.Combine(AppContext.BaseDirectory, "corpus"));
    private static readonly CitationFactory Factory = new(Documents);
    private static readonly DateOnly Day = new(2022, 10, 1);

    [Fact]
    public void A_citation_joins_heading_document_and_validity()
    {
        var citation = Factory.Cite(new Quote("xunwu-51/3", "最高不超过50万元"), Day);
        Assert.Equal("寻府办字〔2022〕51号", citation.Document);
        Assert.StartsWith("三、", citation.Heading, StringComparison.Ordinal);
        Assert.Equal("in-force", citation.Validity.Status);
    }

    [Theory]
    [InlineData("xunwu-51/3", "最高不超过60万元")]
    [InlineData("xunwu-51/3", "")]
    [InlineData("xunwu-51/99", "最高不超过50万元")]
    public void Words_that_do_not_stand_in_the_clause_cannot_be_cited(string clause, string quote) =>
        Assert.Throws<ArgumentException>(() => Factory.Cite(ClauseId.Parse(clause), quote, Day));

    [Theory]
    [InlineData("xunwu-51", "2022-04-24", "该文件自2022年4月25日起施行，2022年4月24日尚未施行，内容仅供参考。")]
    [InlineData("xunwu-51", "2022-10-01", "该文件在2022年10月1日处于有效期内，有效期至2023年12月31日。")]
    [InlineData("xunwu-51", "2024-01-01", "该文件写明「自印发之日起试行两年」，又写明「2022—2023年」，按前者至2024年4月24日仍有效，按后者已期满；2024年1月1日是否适用，请向县大数据中心确认。")]
    [InlineData("xunwu-51", "2024-04-25", "该文件已于2024年4月24日期满，内容仅供参考；现在是否有接续政策，请向县大数据中心确认。")]
    [InlineData("pilot-2025", "2028-01-01", "该文件已于2027年12月31日期满，内容仅供参考；现在是否有接续政策，请向省发展改革委（省数据局）、省财政厅确认。")]
    public void Validity_is_said_in_one_sentence(string document, string day, string note) =>
        Assert.Equal(note, ValidityWording.Note(Documents.FindDocument(document)!, DateOnly.ParseExact(day, "yyyy-MM-dd")).Note);
}
