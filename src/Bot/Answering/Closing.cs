using Bot.Answering.Drafting;
using Bot.Answering.Wording;
using Knowledge.Corpus;

namespace Bot.Answering;

/// <summary>The end that answers share: where it says so, whether it applies, whom to ask.</summary>
internal sealed class Closing(DocumentSet documents)
{
    /// <summary>「依据」 with each citation's clause and words.</summary>
    internal static void Sources(Draft draft, IReadOnlyList<Citation> citations)
    {
        string? named = null;
        for (var i = 0; i < citations.Count; i++)
        {
            var citation = citations[i];
            // A long title is said once.
            var name = citation.Document == named ? citation.Heading : $"{citation.Document} {citation.Heading}";
            named = citation.Document;
            draft.Line().Say("依据：").Add(new Part.ClauseName(citation.Clause, name)).Say("：").Quote(citation.Clause, citation.Quote);
        }
    }

    /// <summary>Validity and whom to ask, for each document that is cited.</summary>
    internal void End(Draft draft, IReadOnlyList<Citation> citations, DateOnly asOf)
    {
        List<Clause> firsts = new(2);
        for (var i = 0; i < citations.Count; i++)
        {
            var id = citations[i].Clause;
            if (!IsOfOne(firsts, id.Document)) firsts.Add(documents.Find(id)!);
        }

        foreach (var clause in firsts)
        {
            var document = documents.DocumentOf(clause);
            draft.Line().Say("时效：");
            if (firsts.Count > 1) draft.Say("《").Add(new Part.Metadata(document.Title)).Say("》");
            draft.Add(new Part.Validity(document.Id, asOf, ValidityWording.Note(document, asOf).Note));
        }

        draft.Line().Say("咨询：");
        for (var i = 0; i < firsts.Count; i++)
        {
            if (i > 0) draft.Say("；");
            Ask(draft, firsts[i], documents.DocumentOf(firsts[i]));
        }

        draft.Say("。");
    }

    private static bool IsOfOne(List<Clause> clauses, string document)
    {
        foreach (var clause in clauses)
        {
            if (clause.Id.Document == document) return true;
        }

        return false;
    }

    /// <summary>The units in charge of the clause, or the bodies that the document names.</summary>
    internal static Draft Ask(Draft draft, Clause clause, Document document)
    {
        if (clause.Responsible.Count == 0) return draft.Names(document.Ask);
        // The first few units are whom to ask; the whole list stands in the clause.
        const int enough = 4;
        draft.Names(clause.Responsible, enough);
        return clause.Responsible.Count > enough ? draft.Say("等责任单位") : draft.Say("（责任单位）");
    }
}
