using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Hosting;
using Calculators.Rules;
using Knowledge.Corpus;
using Knowledge.Text;

namespace Bot.Tests.Startup;

/// <summary>Whoever changes a numeral in words that a rule or a validity window rests on learns it at once: nothing starts.</summary>
public sealed partial class ChangedCorpusTests
{
    /// <summary>Document, clause number, quote: all words of the corpus that a figure or a day is read from.</summary>
    public static TheoryData<string, string, string> Quotes
    {
        get
        {
            var quotes = new TheoryData<string, string, string>();
            foreach (var quote in Catalogue.Default.Calculators.SelectMany(c => c.Figures).Select(f => f.Quote).Distinct())
                quotes.Add(quote.Clause.Split('/')[0], quote.Clause.Split('/')[1], quote.Text);
            foreach (var document in new[] { "xunwu-51", "pilot-2025" })
            {
                foreach (Match match in Boundaries().Matches(CorpusCopy.Source(document)))
                    quotes.Add(document, match.Groups["clause"].Value, match.Groups["quote"].Value);
            }

            return quotes;
        }
    }

    [Fact]
    public void The_shipped_corpus_starts()
    {
        using var corpus = new CorpusCopy();
        Assert.Equal(2, corpus.Start().Documents.Documents.Count);
    }

    [Fact]
    public void Both_documents_windows_rest_on_quotes() => Assert.Equal(5, Boundaries().Count(CorpusCopy.Source("xunwu-51") + CorpusCopy.Source("pilot-2025")));

    [Theory]
    [MemberData(nameof(Quotes))]
    public void Any_changed_numeral_of_a_quote_in_the_corpus_stops_the_start_with_file_clause_and_both_numbers(string document, string clause, string quote)
    {
        using var corpus = new CorpusCopy();
        var source = CorpusCopy.Source(document);
        var at = PlaceOf(source, clause, quote);
        foreach (var (_, changed) in Numerals.Variants(quote))
        {
            corpus.Write(document, source[..at] + changed + source[(at + quote.Length)..]);
            var message = Stopped(() => corpus.Start());
            Assert.Contains(document + ".md", message, StringComparison.Ordinal);
            Assert.Contains($"{document}/{clause}", message, StringComparison.Ordinal);
            Assert.All(NamedBy(quote, changed), number => Assert.Contains(number, message, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("xunwu-51", "date: 2023-12-31", "date: 2024-12-31", "2024-12-31", "2023-12-31", "xunwu-51/closing")]
    [InlineData("xunwu-51", "date: 2024-04-24", "date: 2025-04-24", "2025-04-24", "2024-04-24", "xunwu-51/closing")]
    [InlineData("xunwu-51", "date: 2022-04-25", "date: 2022-04-26", "2022-04-26", "2022-04-25", "xunwu-51/notice")]
    [InlineData("xunwu-51", "issued: 2022-04-25", "issued: 2022-05-25", "2024-04-24", "2024-05-24", "xunwu-51/closing")]
    [InlineData("pilot-2025", "date: 2027-12-31", "date: 2028-12-31", "2028-12-31", "2027-12-31", "pilot-2025/1.2")]
    [InlineData("pilot-2025", "date: 2025-10-16", "date: 2025-10-17", "2025-10-17", "2025-10-16", "pilot-2025/signature")]
    [InlineData("pilot-2025", "signature: 江西省财政厅江西省发展和改革委员会2025年10月16日", "signature: 江西省财政厅江西省发展和改革委员会2025年10月18日", "2025年10月16日", "2025年10月18日", "pilot-2025/signature")]
    public void A_changed_day_of_the_front_matter_stops_the_start_with_both_days(string document, string words, string instead, string one, string other, string clause)
    {
        using var corpus = new CorpusCopy();
        var source = CorpusCopy.Source(document);
        Assert.Contains(words, source, StringComparison.Ordinal);
        corpus.Write(document, source.Replace(words, instead, StringComparison.Ordinal));
        var message = Stopped(() => corpus.Start());
        Assert.All([document + ".md:", one, other, clause], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    // The numbers as a reader of the message looks for them: the wordings, and the values where the number reader finds any.
    private static IEnumerable<string> NamedBy(string quote, string changed) =>
        Figures(quote).SequenceEqual(Figures(changed)) ? [quote] : [.. Missing(quote, changed), .. Missing(changed, quote)];

    private static IEnumerable<string> Missing(string one, string other) =>
        Figures(one).Except(Figures(other)).Select(f => f.ToString("0.####", CultureInfo.InvariantCulture));

    private static IEnumerable<decimal> Figures(string words) => NumberReader.Read(words).Select(r => r.Value);

    private static int PlaceOf(string source, string clause, string quote)
    {
        var from = clause == "signature" ? source.IndexOf("signature:", StringComparison.Ordinal) : source.IndexOf($"{{#{clause}}}", StringComparison.Ordinal);
        var at = source.IndexOf(quote, from, StringComparison.Ordinal);
        Assert.True(from > 0 && at > from, $"{clause}: {quote}");
        return at;
    }

    private static string Stopped(Action start)
    {
        var fault = Record.Exception(start);
        Assert.True(fault is StartException or CorpusException, fault?.ToString() ?? "it started");
        Assert.DoesNotContain('\n', fault!.Message);
        return fault.Message;
    }

    [GeneratedRegex("""clause: "?(?<clause>[a-z0-9.]+)"?, quote: (?<quote>[^,]+), reads""", RegexOptions.NonBacktracking)]
    private static partial Regex Boundaries();
}
