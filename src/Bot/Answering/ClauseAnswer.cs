using Bot.Answering.Drafting;
using Bot.Understanding;
using Knowledge.Corpus;
using Knowledge.Text;

namespace Bot.Answering;

/// <summary>Clauses that answer: what they say, word for word, and what they leave to other documents.</summary>
internal sealed class ClauseAnswer(DocumentSet documents, CitationFactory citations, Closing closing, QuoteCutter cutter)
{
    private const int LongestWhole = 700;

    internal Reply Write(Intent.Clauses intent, bool asksDetail, DateOnly asOf)
    {
        var cited = Cite(intent, asOf);
        var draft = new Draft();
        Premise(draft, intent.Claims, cited);
        for (var i = 0; i < cited.Count; i++)
        {
            if (i > 0) draft.Line();
            var name = i > 0 && cited[i].Document == cited[i - 1].Document ? cited[i].Heading : $"{cited[i].Document} {cited[i].Heading}";
            draft.Add(new Part.ClauseName(cited[i].Clause, name)).Say(intent.Whole ? "（全文）：" : "写明：");
            if (intent.Whole && cited.Count > 1 && cited[i].Quote.Length > LongestWhole) cited[i] = cited[i] with { Quote = cutter.Best(documents.Find(cited[i].Clause)!, intent.Query) };
            draft.Quote(cited[i].Clause, cited[i].Quote);
        }

        if (intent.Listed.Count > 0)
            draft.Line().Say("各条依次是：").List(intent.Listed.Select(id => new Part.ClauseName(id, documents.Find(id)!.Outline[^1]))).Say("。");
        foreach (var open in intent.OpenPoints) draft.Line().Say("提示：").Declared(open.Calculator, open.Point.Text);
        if (intent.LeavesPayerOpen) draft.Line().Say("提示：条文没有写明由哪一级财政承担，请向责任单位了解。");
        if (asksDetail && intent.OpenPoints.Count == 0) Detail(draft, cited, asOf);
        closing.End(draft, cited, asOf);
        return new Reply(AnswerKind.Clause, draft) { Citations = cited, Suggestions = Suggest(intent) };
    }

    private List<Citation> Cite(Intent.Clauses intent, DateOnly asOf)
    {
        List<Citation> cited = new(intent.Ids.Count);
        using var query = intent.Whole ? null : cutter.Ask(intent.Query);
        foreach (var id in intent.Ids)
        {
            var clause = documents.Find(id)!;
            cited.Add(citations.Cite(id, query is null ? clause.Text : QuoteCutter.Best(clause, query), asOf));
        }

        return cited;
    }

    /// <summary>An award that the asker cannot apply for: to whom it goes.</summary>
    internal Reply Write(Intent.WrongAsker intent, DateOnly asOf)
    {
        var applicants = intent.Calculator.Applicants!;
        List<Citation> cited = [.. applicants.Quotes.Select(q => citations.Cite(q, asOf))];
        var draft = new Draft().Declared(intent.Calculator, applicants.Explanation);
        Closing.Sources(draft, cited);
        closing.End(draft, cited, asOf);
        return new Reply(AnswerKind.Clause, draft) { Citations = cited, Suggestions = ["这笔资金能用在哪些方面？", "企业能享受哪些奖励？"] };
    }

    // 听说第七条是10%对吧: the claimed figure is held against the clause's own.
    private void Premise(Draft draft, IReadOnlyList<Claim> claims, List<Citation> cited)
    {
        foreach (var claim in claims)
        {
            if (cited.Any(c => ClauseReadings.Of(documents.Find(c.Clause)!).States(claim.Number))) continue;
            // Only a clause that states figures of this kind contradicts one.
            if (!cited.Any(c => NumberReader.Read(c.Quote).Any(n => n.Kind is NumberKind.Money or NumberKind.Percent && IsPercent(n) == IsPercent(claim.Number)))) continue;
            draft.Say("不是").Add(new Part.Echo(claim.Words)).Say("，条文是这样规定的：").Line();
        }
    }

    private static bool IsPercent(NumberReading number) => number.Kind == NumberKind.Percent;

    // A figure or a form that is asked for and that the clause leaves to another document.
    private void Detail(Draft draft, List<Citation> cited, DateOnly asOf)
    {
        var clause = documents.Find(cited[0].Clause)!;
        if (QuoteCutter.Deferral(clause) is not { } deferral) return;
        if (!cited.Any(c => c.Clause == clause.Id && c.Quote.Contains(deferral, StringComparison.Ordinal)))
        {
            draft.Line().Say("另写明：").Quote(clause.Id, deferral);
            cited.Add(citations.Cite(clause.Id, deferral, asOf));
        }

        draft.Line().Say("具体标准和办法由其他文件或后续细则规定，本助手没有收录，请向下列单位了解。");
    }

    private static IReadOnlyList<string> Suggest(Intent.Clauses intent) =>
        intent.Whole ? ["下一条呢？", "这条的责任单位是谁？"] : ["看这一条的原文", "这条的责任单位是谁？", "这个政策现在还有效吗？"];
}
