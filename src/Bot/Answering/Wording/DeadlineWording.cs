using System.Globalization;
using Knowledge.Corpus;

namespace Bot.Answering.Wording;

/// <summary>Says whether a last day that a clause sets is over on the day asked about.</summary>
internal static class DeadlineWording
{
    /// <summary>One sentence; null where the clause sets no last day.</summary>
    /// <remarks>A day without a year is one of the year in which the document was issued, or of the next where it had passed by then.</remarks>
    internal static string? Note(Document document, Clause clause, DateOnly asOf)
    {
        foreach (var date in ClauseReadings.Of(clause).Dates)
        {
            if (date is not { Month: { } month, Day: { } day } || date.Date == document.Issued) continue;
            var last = date.Date ?? new DateOnly(document.Issued.Year, month, day);
            if (last < document.Issued) last = last.AddYears(1);
            return asOf > last ? $"条文写的期限是{Day(last)}，{Day(asOf)}已经过了期限。" : $"条文写的期限是{Day(last)}，{Day(asOf)}还没有过期限。";
        }

        return null;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
