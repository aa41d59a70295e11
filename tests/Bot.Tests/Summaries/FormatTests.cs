using System.Text;
using Bot.Summaries.Formats;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Bot.Tests.Summaries;

public sealed class FormatTests
{
    private const string Nasty = "<script>alert('x')</script> & [链接](https://example.org) **粗** # ![](x) `DFD1.AAAA.000000000000` www.example.org 一\n二\t三 \uFFFF 😀";

    [Fact]
    public void Every_answer_of_the_development_set_gives_the_same_bytes_twice_and_verifies_in_every_format()
    {
        foreach (var (at, question) in Made.DevelopmentQuestions.Index())
        {
            var receipt = Made.ReceiptOf(question);
            foreach (var format in SummaryFormat.All)
            {
                // A Word file takes ten times as long; LONG_TAMPER makes them all.
                if (!format.IsText && at % 5 > 0 && Environment.GetEnvironmentVariable("LONG_TAMPER") is null) continue;
                var file = Made.File(receipt, format);
                Assert.True(file.AsSpan().SequenceEqual(Made.File(receipt, format)), $"{question.Id} {format.MediaType}");
                var verification = Made.Verify(file, format);
                Assert.True(verification.Valid, $"{question.Id} {format.MediaType}: {string.Join(' ', verification.Differences.Select(d => d.Text))}");
            }
        }
    }

    [Fact]
    public void What_is_read_back_is_what_was_written()
    {
        foreach (var question in Made.DevelopmentQuestions.Where((_, i) => i % 10 == 0))
        {
            foreach (var format in SummaryFormat.All)
            {
                var rendering = Made.Rendering(Made.ReceiptOf(question), format);
                Assert.Equal(rendering.Lines.Select(l => l.Text), format.Read(rendering.Bytes)!);
            }
        }
    }

    [Fact]
    public void A_summary_says_the_question_the_result_the_reckoning_the_quotes_the_validity_and_whom_to_ask()
    {
        var text = Encoding.UTF8.GetString(Made.File(Made.ReceiptOf("我们是制造业企业，去年营收6亿元，首次突破，能奖多少"), Made.Markdown));
        string[] parts =
        [
            "# 政策咨询答复单", "咨询问题", "去年营收6亿元", "答复", "25万元", "计算过程", "依据原文", "「", "xunwu-51/2", "文件时效", "有效期至2023年12月31日",
            "需要说明的事项", "咨询单位", "责任单位", "感谢您的咨询", "不是行政决定", "2022年10月1日", Made.Office.Summariser.CorpusVersion, "核对回执", "DFD1.",
        ];
        var at = 0;
        foreach (var part in parts)
        {
            at = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(at >= 0, part);
        }
    }

    [Fact]
    public void A_refusal_is_summarised_with_whom_to_ask_and_without_a_quote()
    {
        var text = Encoding.UTF8.GetString(Made.File(Made.ReceiptOf("赣州市对跨境电商有什么补贴？"), Made.Markdown));
        Assert.Contains("抱歉", text, StringComparison.Ordinal);
        Assert.Contains("咨询单位", text, StringComparison.Ordinal);
        Assert.DoesNotContain("依据原文", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Earlier_turns_and_corrections_stand_in_the_summary()
    {
        var receipt = Made.ReceiptOf("我们是制造业企业，首次突破", "去年营收6亿元", "不对，是12亿元");
        var text = Encoding.UTF8.GetString(Made.File(receipt, Made.Markdown));
        foreach (var words in new[] { "此前问：我们是制造业企业，首次突破", "此前问：去年营收6亿元", "50万元" }) Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_users_write_is_never_markup()
    {
        var receipt = Made.ReceiptOf(Nasty);
        var html = Encoding.UTF8.GetString(Made.File(receipt, Made.Html));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        var markdown = Encoding.UTF8.GetString(Made.File(receipt, Made.Markdown));
        Assert.Contains("\\<script\\>", markdown, StringComparison.Ordinal);
        Assert.Contains("\\[链接\\](https\\://", markdown, StringComparison.Ordinal);
        foreach (var format in SummaryFormat.All) Assert.True(Made.Verify(Made.File(receipt, format), format).Valid, format.MediaType);
    }

    [Fact]
    public void The_page_needs_nothing_but_its_own_style()
    {
        var html = Encoding.UTF8.GetString(Made.File(Made.ReceiptOf("第七条是什么"), Made.Html));
        foreach (var element in new[] { "<script", "<link", "<img", "<iframe", "src=", "href=", "@import", "url(" }) Assert.DoesNotContain(element, html, StringComparison.OrdinalIgnoreCase);
        var style = html[(html.IndexOf("<style>", StringComparison.Ordinal) + 7)..html.IndexOf("</style>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains($"style-src 'sha256-{hash}'", HtmlFormat.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; ", HtmlFormat.ContentSecurityPolicy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Word_file_is_valid_and_has_the_fonts_of_an_official_letter_and_no_clock()
    {
        foreach (var question in (string[])["第七条是什么", "我们是制造业企业，去年营收6亿元，首次突破，能奖多少", "你好", Nasty])
        {
            var file = Made.File(Made.ReceiptOf(question), Made.Docx);
            using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
            var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.OuterXml;
            Assert.Contains("仿宋", styles, StringComparison.Ordinal);
            Assert.Contains("黑体", styles, StringComparison.Ordinal);
            using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
            Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
        }
    }
}
