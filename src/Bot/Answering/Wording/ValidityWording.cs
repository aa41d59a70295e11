using System.Globalization;
using System.Runtime.CompilerServices;
using Knowledge.Corpus;
using Knowledge.Validity;

namespace Bot.Answering.Wording;

/// <summary>Says in one short sentence whether a document applies on a day.</summary>
internal static class ValidityWording
{
    // Each citation, the closing and the guard ask for the same day's sentence.
    private static readonly ConditionalWeakTable<Document, Dated> Last = [];

    /// <summary>The status on the wire and the sentence.</summary>
    internal static ValidityNote Note(Document document, DateOnly date)
    {
        if (Last.TryGetValue(document, out var last) && last.Date == date) return last.Note;
        var note = Worded(document, date);
        Last.AddOrUpdate(document, new Dated(date, note));
        return note;
    }

    private static ValidityNote Worded(Document document, DateOnly date) => document.StatusOn(date) switch
    {
        ValidityStatus.NotYet => new("not-yet", $"该文件自{Day(document.Windows[0].From)}起施行，{Day(date)}尚未施行，内容仅供参考。"),
        ValidityStatus.InForce => new("in-force", $"该文件在{Day(date)}处于有效期内，有效期至{Day(WindowOn(document, date).To)}。"),
        ValidityStatus.Unclear => new("unclear", Unclear(document, date)),
        ValidityStatus.Expired => new("expired", $"该文件已于{Day(document.Windows[^1].To)}期满，内容仅供参考；现在是否有接续政策，请向{Ask(document)}确认。"),
        var status => throw new NotSupportedException($"{status} has no wording."),
    };

    // The words that bound this window and those that bound the others are what contradict each other.
    private static string Unclear(Document document, DateOnly date)
    {
        var window = WindowOn(document, date);
        var quotes = document.Windows.Select(w => w.Quote).Prepend(window.Quote).Distinct(StringComparer.Ordinal).Select(q => $"「{q}」");
        return $"该文件写明{string.Join("，又写明", quotes)}，按前者至{Day(window.To)}仍有效，按后者已期满；{Day(date)}是否适用，请向{Ask(document)}确认。";
    }

    private static ValidityWindow WindowOn(Document document, DateOnly date) => document.Windows.First(w => date >= w.From && date <= w.To);

    private static string Ask(Document document) => string.Join("、", document.Ask);

    private sealed record Dated(DateOnly Date, ValidityNote Note);

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
