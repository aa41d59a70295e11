using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Tests.Support;

namespace Knowledge.Tests.Corpus;

/// <summary>Ids, parents, headings and responsible units of the two documents.</summary>
public sealed class ClauseTests
{
    public static TheoryData<string, string?, string> Places => new()
    {
        { "xunwu-51/notice", null, "印发通知" },
        { "xunwu-51/preamble", null, "引言" },
        { "xunwu-51/1", null, "一、支持数字产业集聚发展" },
        { "xunwu-51/2", null, "二、支持数字核心产业做优做强" },
        { "xunwu-51/3", null, "三、支持制造业与互联网的深度融合" },
        { "xunwu-51/4", null, "四、支持新型数字基础设施建设" },
        { "xunwu-51/5", null, "五、支持鼓励应用场景试点示范" },
        { "xunwu-51/6", null, "六、支持发展客服产业" },
        { "xunwu-51/7", null, "七、支持数字经济股权基金投资" },
        { "xunwu-51/8", null, "八、支持培育数字经济人才" },
        { "xunwu-51/9", null, "九、支持保障数字经济发展用地" },
        { "xunwu-51/10", null, "十、支持营造宽松的创新环境" },
        { "xunwu-51/11", null, "十一、支持“一事一议”“一企一策”" },
        { "xunwu-51/closing", null, "附则" },
        { "pilot-2025/preamble", null, "引言" },
        { "pilot-2025/1.1", null, "一、总体要求 (一)工作目标" },
        { "pilot-2025/1.2", null, "一、总体要求 (二)支持对象" },
        { "pilot-2025/2.1", null, "二、试点领域及支持方向 (一)试点领域" },
        { "pilot-2025/2.2", null, "二、试点领域及支持方向 (二)支持方向" },
        { "pilot-2025/2.2.1", "pilot-2025/2.2", "二、试点领域及支持方向 (二)支持方向 1.支持重点行业综合数字化赋能" },
        { "pilot-2025/2.2.2", "pilot-2025/2.2", "二、试点领域及支持方向 (二)支持方向 2.支持产业集群综合数字化赋能" },
        { "pilot-2025/2.2.3", "pilot-2025/2.2", "二、试点领域及支持方向 (二)支持方向 3.支持数据流通利用基础设施建设" },
        { "pilot-2025/2.2.4", "pilot-2025/2.2", "二、试点领域及支持方向 (二)支持方向 4.支持重点行业高质量数据集建设" },
        { "pilot-2025/2.2.5", "pilot-2025/2.2", "二、试点领域及支持方向 (二)支持方向 5.支持数据产业公共服务" },
        { "pilot-2025/2.2.6", "pilot-2025/2.2", "二、试点领域及支持方向 (二)支持方向 6.支持数据领域核心技术和关键设备攻关" },
        { "pilot-2025/3.1", null, "三、申报要求 (一)发展定位清晰" },
        { "pilot-2025/3.2", null, "三、申报要求 (二)产业链条完整" },
        { "pilot-2025/3.3", null, "三、申报要求 (三)创新能力突出" },
        { "pilot-2025/3.4", null, "三、申报要求 (四)服务体系健全" },
        { "pilot-2025/3.5", null, "三、申报要求 (五)近三年未发生重大生产安全事故和突发环境事件" },
        { "pilot-2025/4.1", null, "四、资金支持 (一)资金分配" },
        { "pilot-2025/4.2", null, "四、资金支持 (二)资金使用" },
        { "pilot-2025/5.1", null, "五、组织实施 (一)组织申报" },
        { "pilot-2025/5.2", null, "五、组织实施 (二)初审推荐" },
        { "pilot-2025/5.3", null, "五、组织实施 (三)组织评选" },
        { "pilot-2025/5.4", null, "五、组织实施 (四)方案批复" },
        { "pilot-2025/5.5", null, "五、组织实施 (五)绩效评价" },
        { "pilot-2025/6", null, "六、有关要求" },
        { "pilot-2025/annex", null, "附件" },
    };

    public static TheoryData<string, string> Units => new()
    {
        { "1", "县发改委、县财政局、县工信局、县科创中心、县大数据中心" },
        { "2", "县大数据中心、县工信局、县发改委、县财政局" },
        { "3", "县工信局、县发改委、县财政局、县工业园区管委会" },
        { "4", "县工信局、县发改委、县财政局、县市场监管局" },
        {
            "5",
            "县大数据中心、县发改委、县财政局、县工信局、县农业农村局、县交通运输局、县公安局、县卫健委、寻乌生态环境局、县行政审批局、县城管局、县金融服务中心、县商务局、县科创中心、县住建局、县自然资源局、县教科体局"
        },
        { "6", "县发改委、县大数据中心、县商务局、县住建局、县人社局、县税务局、县工信局、县财政局" },
        { "7", "县金融服务中心、县发改委、县工信局、县财政局" },
        { "8", "县委组织部、县人社局、县住建局、县教科体局" },
        { "9", "县自然资源局、县发改委、县工信局" },
        { "10", "县发改委、县行政审批局、县市场监管局、县工信局" },
        { "11", "县发改委、县大数据中心、县财政局、县科创中心、县工信局、县商务局、县税务局、县直有关部门" },
    };

    [Fact]
    public void All_39_clauses_stand_in_the_contract_s_order() =>
        Assert.Equal(Places.Select(row => (string)row[0]), Shipped.Documents.Clauses.Select(c => c.Id.ToString()));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_clause_has_its_parent_and_its_heading(string id, string? parent, string heading)
    {
        var clause = Shipped.Documents.Find(ClauseId.Parse(id))!;
        Assert.Equal((parent, heading), (clause.Parent?.ToString(), clause.Heading));
        Assert.Equal(clause.Id.Document, Shipped.Documents.DocumentOf(clause).Id);
    }

    [Fact]
    public void No_text_holds_white_space() => Assert.All(Shipped.Documents.Clauses, c => Assert.DoesNotContain(c.Text, char.IsWhiteSpace));

    [Fact]
    public void A_text_begins_with_its_own_number_and_heading_where_they_stand_in_line()
    {
        // 六、有关要求 is a line of its own above its clause; four clauses bear no heading in the original at all.
        string[] others = ["xunwu-51/notice", "xunwu-51/preamble", "xunwu-51/closing", "pilot-2025/preamble", "pilot-2025/6", "pilot-2025/annex"];
        Assert.All(Shipped.Documents.Clauses, c => Assert.Equal(!others.Contains(c.Id.ToString()), c.Text.StartsWith(c.Outline[^1] + "。", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_clause_above_the_numbered_list_ends_before_it()
    {
        var clause = Shipped.Documents.Find(new ClauseId("pilot-2025", "2.2"))!;
        Assert.EndsWith("主要包括:", clause.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void An_article_names_its_responsible_units_in_order(string number, string units) =>
        Assert.Equal(units.Split('、'), Shipped.Documents.Find(new ClauseId("xunwu-51", number))!.Responsible);

    [Fact]
    public void No_other_clause_names_any() => Assert.All(
        Shipped.Documents.Clauses.Where(c => !Units.Any(row => c.Id == new ClauseId("xunwu-51", (string)row[0]))),
        c => Assert.Empty(c.Responsible));

    [Fact]
    public void The_same_words_give_the_same_version() => Assert.Equal(CorpusReader.Read(Shipped.Folder).Version, Shipped.Documents.Version);
}
