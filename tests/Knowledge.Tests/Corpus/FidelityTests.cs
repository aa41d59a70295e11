using System.Text.RegularExpressions;
using Knowledge.Corpus;
using Knowledge.Tests.Support;

namespace Knowledge.Tests.Corpus;

/// <summary>The corpus says what the seeds say, character for character, white space aside.</summary>
public sealed partial class FidelityTests
{
    // What the page around the notice adds: its own navigation, source line and counter of clicks.
    private const string NavigationOfFirstCopy = "Network当前位置:主页>新闻中心>产业规划>";
    private const string SourceOfFirstCopy = "来源:高新院achie.org日期:2025-10-24点击:";
    private const string NavigationOfSecondCopy = "主页>新闻中心>产业规划>";
    private const string SourceOfSecondCopy = "2025-10-24来源:高新院achie.org点击:";

    private static string ProvinceTitle => WithoutSpace(Shipped.Province.Title);

    [Fact]
    public void The_county_s_policy_is_its_seed() => Assert.Null(Wording.Difference(Seeds.County, Wording.OfCounty(Shipped.County)));

    [Fact]
    public void The_seed_of_the_notice_is_page_furniture_and_two_copies()
    {
        var (first, second) = Copies();
        Assert.Equal(
            Seeds.Province,
            NavigationOfFirstCopy + ProvinceTitle + SourceOfFirstCopy + first + NavigationOfSecondCopy + ProvinceTitle + SourceOfSecondCopy + second);
    }

    [Fact]
    public void Both_copies_of_the_notice_are_equal()
    {
        var (first, second) = Copies();
        Assert.Null(Wording.Difference(first, second));
    }

    [Fact]
    public void The_province_s_notice_is_one_copy_of_its_seed() =>
        Assert.Null(Wording.Difference(Copies().First, Wording.OfProvince(Shipped.Province, Signature())));

    [Fact]
    public void Every_figure_of_the_front_matter_that_people_see_stands_in_the_seed()
    {
        Assert.Contains(Shipped.County.Number!, Seeds.County, StringComparison.Ordinal);
        Assert.Contains(Shipped.County.Title, Seeds.County, StringComparison.Ordinal);
        Assert.Contains(Shipped.County.Issuer, Seeds.County, StringComparison.Ordinal);
        Assert.Contains($"{Shipped.County.Issued:yyyy年M月d日}", Seeds.County, StringComparison.Ordinal);
        Assert.Contains(ProvinceTitle, Seeds.Province, StringComparison.Ordinal);
        Assert.Contains($"{Shipped.Province.Issued:yyyy年M月d日}", Seeds.Province, StringComparison.Ordinal);
        Assert.Contains($"日期:{Shipped.Province.Published:yyyy-MM-dd}", Seeds.Province, StringComparison.Ordinal);
        Assert.Equal(WithoutSpace(Shipped.Province.Issuer) + $"{Shipped.Province.Issued:yyyy年M月d日}", Signature());
        Assert.Equal(["寻府办字〔2022〕51号", Shipped.Province.Title], Shipped.Documents.Documents.Select(d => d.CitedAs));
    }

    [Theory]
    [InlineData("xunwu-51")]
    [InlineData("pilot-2025")]
    public void Any_changed_character_of_a_text_or_a_heading_fails_the_comparison(string document)
    {
        var source = Shipped.Source(document);
        // Below the title; the front matter is compared by its own test.
        var start = source.IndexOf("\n## ", StringComparison.Ordinal);
        for (var at = start; at < source.Length; at++)
        {
            if (source[at] is '\n' or '#' or ' ' || InClauseNumber(source, at)) continue;
            var changed = $"{source[..at]}{(source[at] == '一' ? '二' : '一')}{source[(at + 1)..]}";
            Assert.True(Fails(document, changed), $"a change at {at} went unseen: {source[Math.Max(0, at - 5)..Math.Min(source.Length, at + 5)]}");
        }
    }

    private static bool Fails(string document, string source)
    {
        try
        {
            var read = CorpusReader.ReadDocument(document + ".md", source);
            return document == "xunwu-51"
                ? Wording.OfCounty(read) != Seeds.County
                : Wording.OfProvince(read, Signature()) != Copies().First;
        }
        catch (CorpusException)
        {
            // Not even read: the change hit words that a validity window quotes.
            return true;
        }
    }

    // 「{#2.1}」: a clause's id is compared with the front matter's list when the file is read.
    private static bool InClauseNumber(string source, int at)
    {
        var line = source.LastIndexOf('\n', at);
        var mark = source.IndexOf("{#", line, source.IndexOf('\n', at) - line, StringComparison.Ordinal);
        return mark >= 0 && at >= mark;
    }

    private static (string First, string Second) Copies()
    {
        var first = Seeds.Province.IndexOf(SourceOfFirstCopy, StringComparison.Ordinal) + SourceOfFirstCopy.Length;
        var second = Seeds.Province.IndexOf(SourceOfSecondCopy, StringComparison.Ordinal);
        return (
            Seeds.Province[first..(second - ProvinceTitle.Length - NavigationOfSecondCopy.Length)],
            Seeds.Province[(second + SourceOfSecondCopy.Length)..]);
    }

    private static string Signature() => SignatureLine().Match(Shipped.Source("pilot-2025")).Groups[1].Value;

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("^signature: (.*)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex SignatureLine();
}
