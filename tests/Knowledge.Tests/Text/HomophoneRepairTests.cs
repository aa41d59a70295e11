using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Knowledge.Tests.Support;
using Knowledge.Text;
using Xunit.Abstractions;

namespace Knowledge.Tests.Text;

public class HomophoneRepairTests(ITestOutputHelper output)
{
    private static readonly HomophoneRepair Known = new(Phrases.Vocabulary);

    [Theory]
    [InlineData("区块连项目有补助吗", "区块链项目有补助吗")]
    [InlineData("区块练项目", "区块链项目")]
    [InlineData("区快链", "区块链")]
    [InlineData("互连网企业", "互联网企业")]
    [InlineData("做人工只能的公司", "做人工智能的公司")]
    [InlineData("省级示犯项目", "省级示范项目")]
    [InlineData("和同实际只行金额1000万元", "合同实际执行金额1000万元")]
    [InlineData("和同实际执行金额1900万元", "合同实际执行金额1900万元")]
    [InlineData("拿到风线投资", "拿到风险投资")]
    [InlineData("电子信息百墙", "电子信息百强")]
    [InlineData("就高不从复怎么算", "就高不重复怎么算")]
    [InlineData("营收过亿奖力多少", "营收过亿奖励多少")]
    public void A_phrase_written_with_other_characters_of_the_same_sound_is_repaired(string written, string meant) =>
        Assert.Equal(meant, Repaired(written));

    [Theory]
    [InlineData("重点现在是什么", "重点县")]
    [InlineData("出钱的是财政局吗", "市财政局")]
    [InlineData("怎么搞新区建设", "高新区")]
    [InlineData("区块连接到哪里", "区块链")]
    [InlineData("天使投资认定到位", "天使投资人")]
    [InlineData("一家数据公司", "假数据")]
    [InlineData("数据集能不能纳入", "能不能拿")]
    [InlineData("新型技术服务", "新技术服务", "新型")]
    [InlineData("学区是怎么划的", "怎么花")]
    public void What_only_sounds_like_a_phrase_across_other_words_stays(string written, params string[] vocabulary) =>
        Assert.Equal(written, Repaired(written, vocabulary));

    [Theory]
    [InlineData("时条政策", "十条政策")]
    [InlineData("十范项目", "示范项目")]
    [InlineData("易元以上", "亿元以上")]
    [InlineData("地七条政策", "第七条政策")]
    [InlineData("达到10价企业", "10家企业")]
    [InlineData("10加企业数", "家企业数")]
    public void A_number_is_neither_made_nor_unmade(string written, string phrase)
    {
        var repaired = Repaired(written, phrase);
        Assert.Equal(written.Where(IsNumeral), repaired.Where(IsNumeral));
    }

    [Fact]
    public void A_phrase_that_stands_in_the_vocabulary_stays_and_the_longest_wins()
    {
        Assert.Equal("实验场地", Repaired("实验场地", "试验场地", "实验场地"));
        Assert.Equal("工业互联网平台", Repaired("工业互连网平台", "互联网平台", "工业互联网平台", "互联网"));
        Assert.Equal("物连网百强", Repaired("物连网百强", "物联网", "物连网百强"));
    }

    [Theory]
    [InlineData("奖力", "奖励")]
    [InlineData("连块区", "区块链")]
    [InlineData("趋快连", "区块链")]
    [InlineData("联接", "连接器")]
    [InlineData("年产业", "连产业")]
    public void Two_characters_two_errors_in_three_or_another_sound_prove_nothing(string written, string phrase) =>
        Assert.Equal(written, Repaired(written, phrase));

    [Fact]
    public void Every_place_keeps_its_way_back_to_what_was_written()
    {
        var repaired = Known.Repair(Normaliser.Normalise("做 區 塊 連 的"));
        Assert.Equal("做区块链的", repaired.Text);
        Assert.Equal("做 區 塊 連 的", repaired.Original);
        Assert.Equal(new TextSpan(2, 5), repaired.Origin(new TextSpan(1, 3)));
    }

    [Fact]
    public void The_documents_and_the_questions_are_changed_only_where_they_have_a_slip()
    {
        string[] real = ["励", "联", "链", "强", "执", "范", "险", "智", "重", "合", "层", "蒜"];
        foreach (var (id, text) in Phrases.Corpus) Assert.True(Repaired(text) == Normaliser.Normalise(text).Text, $"{id}: {Repaired(text)}");
        var changes = 0;
        foreach (var (id, text) in Phrases.Questions)
        {
            var (before, after) = (Normaliser.Normalise(text).Text, Repaired(text));
            Assert.Equal(before.Length, after.Length);
            for (var i = 0; i < before.Length; i++)
            {
                if (before[i] == after[i]) continue;
                changes++;
                output.WriteLine($"{id}: {before[i]} to {after[i]} in {after}");
                Assert.Contains(after[i].ToString(), real);
            }
        }

        Assert.True(changes >= 9, $"{changes} changes");
    }

    [Fact]
    public void Whatever_is_written_only_Chinese_characters_change_and_no_numeral()
    {
        var pieces = Gen.Elements("区块", "连", "链", "百", "墙", "十", "3", "a", "，", "奖", "力", "多少", "互连网", "只", "能", "人工", "\uE001", "\uD800", " ");
        Prop.ForAll(pieces.ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var (before, after) = (Normaliser.Normalise(text).Text, Repaired(text));
            return before.Length == after.Length && before.Zip(after).All(p => p.First == p.Second || (IsHan(p.First) && IsHan(p.Second) && !IsNumeral(p.First) && !IsNumeral(p.Second)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_question_without_a_slip_is_handed_back_as_it_is_without_an_allocation()
    {
        var question = Normaliser.Normalise("我们是本县的软件企业，今年营业收入首次突破5000万元，请问可以拿多少奖励？");
        Assert.Same(question, Known.Repair(question));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) Known.Repair(question);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 999);
    }

    [Theory]
    [InlineData("区块连")]
    [InlineData("重行长的")]
    [InlineData("是财政局的区块链")]
    public void A_long_text_is_repaired_in_linear_time(string piece)
    {
        var text = Normaliser.Normalise(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)));
        Known.Repair(text);
        var clock = Stopwatch.StartNew();
        Known.Repair(text);
        output.WriteLine($"{clock.Elapsed.TotalMilliseconds:F1} ms");
        Assert.InRange(clock.ElapsedMilliseconds, 0, 1000);
    }

    private static string Repaired(string text, params string[] vocabulary) =>
        (vocabulary.Length == 0 ? Known : new HomophoneRepair(vocabulary)).Repair(Normaliser.Normalise(text)).Text;

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static bool IsNumeral(char c) => "零一二两三四五六七八九十百千万亿半点分0123456789".Contains(c, StringComparison.Ordinal);
}
