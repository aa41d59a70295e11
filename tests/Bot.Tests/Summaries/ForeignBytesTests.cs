using System.IO.Compression;
using System.Text;
using Bot.Summaries.Formats;

namespace Bot.Tests.Summaries;

/// <summary>Whatever is handed in gets an answer, soon.</summary>
public sealed class ForeignBytesTests
{
    private const string Main = "word/document.xml";
    private static readonly byte[] Sound = Made.File(Made.ReceiptOf("我们是制造业企业，去年营收6亿元，首次突破，能奖多少"), Made.Docx);

    [Fact]
    public void Arbitrary_bytes_are_no_summary_and_never_throw()
    {
        var random = new Random(7);
        foreach (var format in SummaryFormat.All)
        {
            Assert.False(Made.Verify([], format).Valid);
            for (var i = 0; i < 300; i++)
            {
                var bytes = new byte[random.Next(2000)];
                random.NextBytes(bytes);
                if (i % 3 == 0 && bytes.Length > 4) "PK\u0003\u0004"u8.CopyTo(bytes);
                Assert.False(Made.Verify(bytes, format).Valid);
            }
        }
    }

    [Fact]
    public void A_Word_file_with_any_byte_changed_never_throws_and_passes_only_where_it_shows_the_same()
    {
        var random = new Random(11);
        var lines = Made.Docx.Read(Sound)!;
        for (var i = 0; i < 1500; i++)
        {
            var copy = (byte[])Sound.Clone();
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
            if (i % 5 == 0) copy = copy[..random.Next(copy.Length)];
            if (Made.Verify(copy, Made.Docx).Valid) Assert.Equal(lines, Made.Docx.Read(copy)!);
        }
    }

    [Fact]
    public void One_format_is_not_taken_for_another()
    {
        var receipt = Made.ReceiptOf("第七条是什么");
        foreach (var made in SummaryFormat.All)
        {
            foreach (var said in SummaryFormat.All.Where(f => f != made)) Assert.False(Made.Verify(Made.File(receipt, made), said).Valid);
        }
    }

    [Fact]
    public void What_is_too_large_is_refused_by_its_length()
    {
        foreach (var format in SummaryFormat.All) Assert.Contains("2 MiB", Assert.Single(Made.Verify(new byte[(2 * 1024 * 1024) + 1], format).Differences).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_without_a_receipt_or_with_a_damaged_one_says_so()
    {
        var receipt = Made.ReceiptOf("第七条是什么");
        var text = Encoding.UTF8.GetString(Made.File(receipt, Made.Markdown));
        Assert.Contains("没有找到", Only(text.Replace(receipt.Write(), "", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("不完整", Only(text.Replace(receipt.Write(), receipt.Write()[..40], StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("不完整", Only(text.Replace("DFD1.ey", "DFD1.eY", StringComparison.Ordinal)), StringComparison.Ordinal);

        static string Only(string summary)
        {
            var difference = Assert.Single(Made.Verify(Encoding.UTF8.GetBytes(summary), Made.Markdown).Differences);
            Assert.Equal("核对回执", difference.Section);
            return difference.Text;
        }
    }

    [Fact]
    public void A_long_foreign_text_before_the_receipt_is_told_of_briefly_and_soon()
    {
        var receipt = Made.ReceiptOf("第七条是什么").Write();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var line in new[] { "\n", "a\n", "DFD1.x\n", "「政策」\n" })
        {
            var text = string.Concat(Enumerable.Repeat(line, 1_500_000 / Encoding.UTF8.GetByteCount(line))) + receipt;
            foreach (var format in new[] { Made.Markdown, Made.Html }) Assert.InRange(Made.Verify(Encoding.UTF8.GetBytes(text), format).Differences.Count, 1, 60);
        }

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in DocxTampering.Parts(Sound))
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
                if (name != Main) continue;
                var blank = new byte[1024 * 1024];
                for (var i = 0; i < 200; i++) entry.Write(blank);
            }
        }

        Assert.False(Made.Verify(stream.ToArray(), Made.Docx).Valid);
        var crowd = DocxTampering.Rewritten(Sound, (_, c) => c, [.. Enumerable.Range(0, 5000).Select(i => ($"x{i}", Array.Empty<byte>()))]);
        Assert.False(Made.Verify(crowd, Made.Docx).Valid);
    }

    [Theory]
    [InlineData("""<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><d>&b;</d>""")]
    [InlineData("""<!DOCTYPE d SYSTEM "file:///etc/hostname"><d/>""")]
    [InlineData("<a>")]
    [InlineData("")]
    public void A_part_that_is_no_plain_XML_makes_it_unreadable(string xml)
    {
        foreach (var part in new[] { Main, "_rels/.rels", "word/styles.xml" })
            Assert.False(Made.Verify(DocxTampering.Rewritten(Sound, (name, content) => name == part ? Encoding.UTF8.GetBytes(xml) : content), Made.Docx).Valid, part);
    }

    [Fact]
    public void Deep_nesting_does_no_harm()
    {
        const string w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        var deep = $"<w:document {w}>" + string.Concat(Enumerable.Repeat("<w:p>", 100_000)) + string.Concat(Enumerable.Repeat("</w:p>", 100_000)) + "</w:document>";
        Assert.False(Made.Verify(DocxTampering.Rewritten(Sound, (name, content) => name == Main ? Encoding.UTF8.GetBytes(deep) : content), Made.Docx).Valid);
    }

    [Fact]
    public void The_text_that_Word_would_show_is_the_text_that_is_compared()
    {
        // Another document beside the right one, to which the package points.
        var other = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(DocxTampering.Parts(Sound).First(p => p.Name == Main).Content).Replace("25万元", "50万元", StringComparison.Ordinal));
        var pointed = DocxTampering.Rewritten(
            Sound, (name, content) => name == "_rels/.rels" ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("document.xml", "other.xml", StringComparison.Ordinal)) : content, ("word/other.xml", other));
        Assert.Contains(Made.Verify(pointed, Made.Docx).Differences, d => d.Found?.Contains("50万元", StringComparison.Ordinal) == true);
        var twice = DocxTampering.Rewritten(Sound, (_, content) => content, (Main, other));
        Assert.False(Made.Verify(twice, Made.Docx).Valid);
        var otherCase = DocxTampering.Rewritten(Sound, (_, content) => content, ("Word/Document.xml", other));
        Assert.False(Made.Verify(otherCase, Made.Docx).Valid);
    }

    [Theory]
    [InlineData("<w:vanish/>")]
    [InlineData("<w:strike/>")]
    [InlineData("<w:color w:val=\"FFFFFE\"/>")]
    public void A_style_that_hides_is_found(string setting)
    {
        var copy = DocxTampering.Rewritten(
            Sound, (name, content) => name == "word/styles.xml" ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("</w:rPr>", setting + "</w:rPr>", StringComparison.Ordinal)) : content);
        Assert.False(Made.Verify(copy, Made.Docx).Valid);
    }
}
