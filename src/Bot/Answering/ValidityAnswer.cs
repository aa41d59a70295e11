using Bot.Answering.Drafting;
using Bot.Answering.Wording;
using Bot.Understanding;
using Knowledge.Corpus;

namespace Bot.Answering;

/// <summary>Whether a document applies on the day asked about, with the words that bound its time.</summary>
internal sealed class ValidityAnswer(DocumentSet documents, CitationFactory citations, QuoteCutter cutter)
{
    internal Reply Write(Intent.Validity intent, string query, DateOnly asOf)
    {
        var document = documents.FindDocument(intent.Document)!;
        var draft = new Draft().Add(new Part.Metadata(document.CitedAs)).Say("：").Add(new Part.Validity(document.Id, asOf, ValidityWording.Note(document, asOf).Note));
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
}
