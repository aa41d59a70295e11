using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Text;

namespace Knowledge.Validity;

/// <summary>Reads the validity windows of a document and verifies each day against the words that state it.</summary>
internal static class WindowReader
{
    private const string Signature = "signature";

    internal static IReadOnlyList<ValidityWindow> Read(string file, string source, FrontMatter matter, DateOnly issued, IReadOnlyList<Clause> clauses)
    {
        var windows = new List<ValidityWindow>();
        foreach (var window in matter.Validity)
        {
            var line = SourceLines.Of(source, window.Status is { } written ? $"status: {written}" : "validity:");
            var status = window.Status switch
            {
                "in-force" => ValidityStatus.InForce,
                "unclear" => ValidityStatus.Unclear,
                _ => throw new CorpusException(file, line, $"validity: status '{window.Status}' should be 'in-force' or 'unclear'; before the first window is not-yet, after the last expired."),
            };
            if (window.To is not { } to) throw new CorpusException(file, line, "validity: each window needs 'to:'.");
            // A window without a first day begins where the one before it ends.
            var from = window.From is { } given
                ? Verified(file, source, given, matter, issued, clauses).Day
                : windows.Count > 0 ? windows[^1].To.AddDays(1) : throw new CorpusException(file, line, "validity: the first window needs 'from:'.");
            var (last, clause, quote) = Verified(file, source, to, matter, issued, clauses);
            if (last < from) throw new CorpusException(file, line, $"validity: a window ends ({last:yyyy-MM-dd}) before it begins ({from:yyyy-MM-dd}).");
            windows.Add(new ValidityWindow(status, from, last, clause, quote));
        }

        return windows;
    }

    private static (DateOnly Day, ClauseId Clause, string Quote) Verified(
        string file, string source, FrontMatter.Boundary boundary, FrontMatter matter, DateOnly issued, IReadOnlyList<Clause> clauses)
    {
        var line = SourceLines.Of(source, boundary.Date is { } given ? $"date: {given}" : "validity:");
        if (boundary is not { Date: { } date, Clause: { } number, Quote: { } quote, Reads: { } reads })
            throw new CorpusException(file, line, "validity: a day needs date, clause, quote and reads.");
        var day = CorpusReader.Day(file, source, "date", date);
        var text = number == Signature
            ? matter.Signature ?? throw new CorpusException(file, line, "validity: the quote stands in the signature, and the front matter lacks 'signature:'.")
            : clauses.FirstOrDefault(c => c.Id.Number == number)?.Text ?? throw new CorpusException(file, line, $"validity: there is no clause '{number}'; the clauses are {string.Join(", ", clauses.Select(c => c.Id.Number))}.");
        if (QuoteCheck.Fault(text, quote) is { } fault)
            throw new CorpusException(file, line, $"validity: {matter.Document}/{number}: {fault}");
        var read = ReadDay(quote, reads, issued) ??
            throw new CorpusException(file, line, $"validity: {matter.Document}/{number}: no day can be read from 「{quote}」 by '{reads}' (day, end-of-last-year or years-since-issue).");
        return read == day
            ? (day, new ClauseId(matter.Document!, number), quote)
            : throw new CorpusException(file, line, $"validity: {matter.Document}/{number}: the front matter says {day:yyyy-MM-dd}, and 「{quote}」 reads {read:yyyy-MM-dd}.");
    }

    private static DateOnly? ReadDay(string quote, string reads, DateOnly issued)
    {
        var dates = DateReader.Read(quote);
        switch (reads)
        {
            case "day":
                return dates is [{ Date: { } day }] ? day : null;
            case "end-of-last-year":
                return dates is [.., { Year: { } year }] ? new DateOnly(year, 12, 31) : null;
            case "years-since-issue":
                var years = NumberReader.Read(quote);
                return years is [{ Kind: NumberKind.Count, Unit: "年", IsExact: true } only] && only.Value is >= 1 and <= 100
                    ? issued.AddYears((int)only.Value).AddDays(-1)
                    : null;
            default:
                return null;
        }
    }
}
