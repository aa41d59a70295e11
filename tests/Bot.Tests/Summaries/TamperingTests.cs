using System.Globalization;
using System.Text;
using Bot.Summaries.Formats;

namespace Bot.Tests.Summaries;

/// <summary>Seeded: the ordinary run tries some hundred copies; LONG_TAMPER=10000 so many.</summary>
public sealed class TamperingTests
{
    private const int Seed = 20251027;

    private static readonly int Copies = int.TryParse(Environment.GetEnvironmentVariable("LONG_TAMPER"), NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : 600;

    [Fact]
    public void No_tampered_copy_passes_and_each_is_told_of()
    {
        var random = new Random(Seed);
        var tried = 0;
        while (tried < Copies)
        {
            var receipt = Made.ReceiptOf(Made.DevelopmentQuestions[random.Next(Made.DevelopmentQuestions.Count)]);
            var format = SummaryFormat.All[random.Next(SummaryFormat.All.Count)];
            var original = Made.File(receipt, format);
            var (name, copy) = format.IsText ? OfText(original, random) : DocxTampering.Any(original, random);
            if (copy is null || IsHarmless(original, copy, format)) continue;
            tried++;
            var verification = Made.Verify(copy, format);
            Assert.False(verification.Valid, $"{format.MediaType}, {name}: {receipt.Write()}");
            Assert.All(verification.Differences, d => Assert.Contains(d.Text, c => c >= '\u4e00'));
        }
    }

    [Fact]
    public void Every_single_digit_of_a_summary_is_guarded_and_the_place_is_named()
    {
        var receipt = Made.ReceiptOf("我们是制造业企业，去年营收6亿元，首次突破，能奖多少");
        var text = Encoding.UTF8.GetString(Made.File(receipt, Made.Markdown));
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var copy = text[..i] + (text[i] == '7' ? '3' : '7') + text[(i + 1)..];
            var verification = Made.Verify(Encoding.UTF8.GetBytes(copy), Made.Markdown);
            var difference = Assert.Single(verification.Differences);
            Assert.Contains(difference.Section, copy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_difference_says_where_what_stands_and_what_should_stand()
    {
        var receipt = Made.ReceiptOf("我们是制造业企业，去年营收6亿元，首次突破，能奖多少");
        foreach (var format in new[] { Made.Markdown, Made.Html })
        {
            var copy = Encoding.UTF8.GetString(Made.File(receipt, format)).Replace("奖励为25万元", "奖励为50万元", StringComparison.Ordinal);
            var difference = Assert.Single(Made.Verify(Encoding.UTF8.GetBytes(copy), format).Differences);
            Assert.Equal("答复", difference.Section);
            Assert.Contains("50万元", difference.Found, StringComparison.Ordinal);
            Assert.Contains("25万元", difference.Expected, StringComparison.Ordinal);
            Assert.Contains("应为", difference.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void How_lines_end_accuses_nobody()
    {
        foreach (var question in Made.DevelopmentQuestions.Where((_, i) => i % 7 == 0))
        {
            foreach (var format in new[] { Made.Markdown, Made.Html })
            {
                var text = Encoding.UTF8.GetString(Made.File(Made.ReceiptOf(question), format));
                string[] copies =
                [
                    text.Replace("\n", "\r\n", StringComparison.Ordinal), text.Replace('\n', '\r'), text.TrimEnd('\n'), text + "\n\n",
                    text.Replace("\n", "\r\n", StringComparison.Ordinal).TrimEnd(), "\uFEFF" + text,
                ];
                foreach (var copy in copies) Assert.True(Made.Verify(Encoding.UTF8.GetBytes(copy), format).Valid, question.Id);
            }
        }
    }

    [Fact]
    public void What_Word_does_to_a_file_without_changing_a_word_accuses_nobody()
    {
        foreach (var question in Made.DevelopmentQuestions.Where((_, i) => i % 7 == 0))
        {
            var original = Made.File(Made.ReceiptOf(question), Made.Docx);
            foreach (var (name, copy) in DocxTampering.Harmless(original)) Assert.True(Made.Verify(copy, Made.Docx).Valid, $"{question.Id} {name}");
        }
    }

    [Fact]
    public void A_summary_of_other_documents_says_so_first_and_then_what_changed()
    {
        var receipt = Made.ReceiptOf("第七条是什么") with { CorpusVersion = "0123456789ab" };
        foreach (var format in SummaryFormat.All)
        {
            var verification = Made.Verify(Made.File(receipt, format), format);
            var difference = Assert.Single(verification.Differences);
            Assert.Equal(("0123456789ab", Made.Office.Summariser.CorpusVersion), (difference.Found, difference.Expected));
        }

        var altered = Encoding.UTF8.GetString(Made.File(receipt, Made.Markdown)).Replace("5%", "6%", StringComparison.Ordinal);
        Assert.True(Made.Verify(Encoding.UTF8.GetBytes(altered), Made.Markdown).Differences.Count > 1);
    }

    [Fact]
    public void A_forged_receipt_with_a_right_checksum_does_not_make_altered_content_right()
    {
        var (honest, forged) = (Made.ReceiptOf("我们是制造业企业，去年营收6亿元，首次突破，能奖多少"), Made.ReceiptOf("我们是制造业企业，去年营收12亿元，首次突破，能奖多少"));
        foreach (var format in new[] { Made.Markdown, Made.Html })
        {
            var copy = Encoding.UTF8.GetString(Made.File(honest, format)).Replace(honest.Write(), forged.Write(), StringComparison.Ordinal);
            Assert.False(Made.Verify(Encoding.UTF8.GetBytes(copy), format).Valid);
            var later = (honest with { AsOf = honest.AsOf.AddDays(1) }).Write();
            Assert.False(Made.Verify(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Made.File(honest, format)).Replace(honest.Write(), later, StringComparison.Ordinal)), format).Valid);
        }
    }

    private static (string Name, byte[]? Copy) OfText(byte[] original, Random random)
    {
        var (name, change) = Tampering.OfText[random.Next(Tampering.OfText.Count)];
        return (name, change(Encoding.UTF8.GetString(original), random) is { } text ? Encoding.UTF8.GetBytes(text) : null);
    }

    // Two equal lines the other way round, or the last line break cut off, is no change.
    private static bool IsHarmless(byte[] original, byte[] copy, SummaryFormat format) =>
        format.IsText ? Encoding.UTF8.GetString(copy).TrimEnd('\n') == Encoding.UTF8.GetString(original).TrimEnd('\n') : original.AsSpan().SequenceEqual(copy);
}
