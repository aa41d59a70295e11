using Bot.Answering.Drafting;
using Bot.Understanding;
using Knowledge.Corpus;

namespace Bot.Answering;

/// <summary>The gist of clauses in their own words: the sentences that carry most, each under its clause's heading.</summary>
internal sealed class SummaryAnswer(DocumentSet documents, CitationFactory citations, Closing closing, QuoteCutter cutter)
{
    internal Reply Write(Intent.Summary intent, DateOnly asOf)
    {
        var draft = new Draft().Say("要点如下（均为原文）：");
        List<Citation> cited = [];
        foreach (var id in intent.Ids)
        {
            var clause = documents.Find(id)!;
            draft.Line().Say("· ").Add(new Part.ClauseName(id, clause.Outline[^1])).Say("：");
            IReadOnlyList<string> quotes = intent.Ids.Count == 1 ? cutter.Main(clause, intent.Query) : QuoteCutter.Gist(clause);
            foreach (var quote in quotes)
            {
                draft.Quote(id, quote);
                cited.Add(citations.Cite(id, quote, asOf));
            }
        }

        closing.End(draft, cited, asOf);
        return new Reply(AnswerKind.Summary, draft)
        {
            Citations = cited,
            Suggestions = ["看这一条的原文", "责任单位是谁？"],
            Phrasable = new Phrasable(new Draft().Say("要点如下（「」内均为原文）：").Line(), null, new Draft()),
        };
    }
}
