using Bot.Answering.Drafting;
using Bot.Answering.Wording;
using Bot.Understanding;
using Knowledge.Citations;
using Knowledge.Corpus;

namespace Bot.Answering;

/// <summary>Which body is in charge of a clause, and which clauses a body is in charge of.</summary>
internal sealed class DepartmentAnswer(DocumentSet documents, CitationFactory citations)
{
    internal Reply Write(Intent.Department intent, DateOnly asOf)
    {
        var draft = new Draft();
        List<Citation> cited = [];
        foreach (var id in intent.Ids)
        {
            var clause = documents.Find(id)!;
            var document = documents.DocumentOf(clause);
            if (cited.Count > 0) draft.Line();
            var name = new Part.ClauseName(id, $"{document.CitedAs} {clause.Heading}");
            cited.Add(citations.Cite(id, QuoteCutter.Units(clause), asOf));
            if (clause.Responsible.Count > 0)
            {
                draft.Add(name).Say("的责任单位：").Names(clause.Responsible).Say("。");
                draft.Line().Say("依据：").Quote(id, cited[^1].Quote);
            }
            else
            {
                draft.Add(name).Say("没有列出责任单位；该文件可以咨询：").Names(document.Ask).Say("。");
                draft.Line().Say("依据：").Quote(id, cited[^1].Quote);
            }
        }

        Validity(draft, intent.Ids[0], asOf);
        return new Reply(AnswerKind.Clause, draft) { Citations = cited, Suggestions = ["看这一条的原文", "这个政策现在还有效吗？"] };
    }

    internal Reply Write(Intent.DepartmentClauses intent, DateOnly asOf)
    {
        var draft = new Draft();
        draft.Add(new Part.Metadata(intent.Unit)).Say("是以下条款的责任单位，共").Add(new Part.Count(intent.Ids.Count)).Say("条：");
        List<Citation> cited = [];
        foreach (var id in intent.Ids)
        {
            var clause = documents.Find(id)!;
            draft.Line().Say("· ").Add(new Part.ClauseName(id, clause.Heading)).Say("：").Quote(id, QuoteCutter.Units(clause));
            cited.Add(citations.Cite(id, QuoteCutter.Units(clause), asOf));
        }

        Validity(draft, intent.Ids[0], asOf);
        return new Reply(AnswerKind.Clause, draft) { Citations = cited, Suggestions = ["看这一条的原文"] };
    }

    private void Validity(Draft draft, ClauseId clause, DateOnly asOf)
    {
        var document = documents.DocumentOf(documents.Find(clause)!);
        draft.Line().Say("时效：").Add(new Part.Validity(document.Id, asOf, ValidityWording.Note(document, asOf).Note));
    }
}
