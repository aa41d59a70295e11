using Bot.Answering.Drafting;
using Bot.Answering.Wording;
using Bot.Understanding;
using Knowledge.Corpus;
using Knowledge.Validity;

namespace Bot.Answering;

/// <summary>Whether a document applies on the day asked about, with the words that bound its time.</summary>
internal sealed class ValidityAnswer(DocumentSet documents, CitationFactory citations, QuoteCutter cutter)
{
    internal Reply Write(Intent.Validity intent, string query, DateOnly asOf)
    {
        var document = documents.FindDocument(intent.Document)!;
        var draft = new Draft().Add(new Part.Metadata(document.CitedAs)).Say("：").Add(new Part.Validity(document.Id, asOf, ValidityWording.Note(document, asOf).Note));
        if (intent.Met is { } met) Judge(draft.Line(), document, met, asOf);
        List<Citation> cited = [];
        foreach (var id in intent.Ids)
        {
            var stated = document.Windows.Where(w => w.Clause == id).Select(w => w.Quote).ToList();
            if (stated.Count == 0)
            {
                if (DeadlineWording.Note(document, documents.Find(id)!, asOf) is { } deadline) draft.Line().Add(new Part.Deadline(id, asOf, deadline));
                cited.Add(citations.Cite(id, cutter.Best(documents.Find(id)!, query), asOf));
                continue;
            }

            // The sentence around the words, so that they can be understood by themselves.
            var clause = documents.Find(id)!;
            var sentence = cutter.Best(clause, stated[0]);
            cited.Add(citations.Cite(id, stated.All(q => sentence.Contains(q, StringComparison.Ordinal)) ? sentence : clause.Text, asOf));
        }

        foreach (var citation in cited)
            draft.Line().Say("依据：").Add(new Part.ClauseName(citation.Clause, citation.Heading)).Say("：").Quote(citation.Clause, citation.Quote);
        Closing.Ask(draft.Line().Say("咨询："), documents.Find(cited[0].Clause)!, document).Say("。");
        return new Reply(AnswerKind.Clause, draft) { Citations = cited, Suggestions = ["看这一条的原文"] };
    }

    // 2024年5月才达标: before the first window, after the last, or within; a time that lies on both sides of an end is left to those in charge.
    private static void Judge(Draft draft, Document document, MetTime met, DateOnly asOf)
    {
        var (first, last) = Span(document, met, asOf);
        draft.Say("您说的「").Add(new Part.Echo(met.Words));
        if (first > document.Windows[^1].To) draft.Say("」在写明的期限之后：期满以后才达到的条件，条文没有写可以享受。");
        else if (last < document.Windows[0].From) draft.Say("」在文件施行之前：施行以前达到的条件算不算，条文没有写明。");
        else if (document.StatusOn(first) == ValidityStatus.InForce && document.StatusOn(last) == ValidityStatus.InForce) draft.Say("」在写明的期限之内；能否享受，以负责单位审核为准。");
        else draft.Say("」是否在写明的期限之内，要看具体日期，请向下列单位确认。");
    }

    private static (DateOnly First, DateOnly Last) Span(Document document, MetTime met, DateOnly asOf)
    {
        if ((met.Date?.Year ?? asOf.Year - met.YearsAgo) is not { } year) return (document.Windows[^1].To.AddDays(1), document.Windows[^1].To.AddDays(1));
        if (met.Date?.Date is { } day) return (day, day);
        // A day that there is none of leaves its month, and that its year.
        year = Math.Clamp(year, DateOnly.MinValue.Year, DateOnly.MaxValue.Year - 1);
        return met.Date?.Month is >= 1 and <= 12 and var month
            ? (new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1))
            : (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
    }
}
