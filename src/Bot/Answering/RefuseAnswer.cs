using Bot.Answering.Drafting;
using Bot.Answering.Wording;
using Bot.Understanding;
using Knowledge.Corpus;

namespace Bot.Answering;

/// <summary>What the documents do not answer is declined, with whom to ask as far as the documents name anybody.</summary>
internal sealed class RefuseAnswer(DocumentSet documents, ClauseQuestions questions)
{
    private static readonly string[] General = ["你能回答哪些问题？", "有哪些奖励？"];

    private readonly Draft bodies = Bodies(documents);

    internal Reply Write(Intent.Refuse intent)
    {
        var draft = new Draft();
        switch (intent.Reason)
        {
            case RefusalReason.Elsewhere:
                draft.Say("抱歉，其他地方的政策不在本助手收录的文件中，无法答复；请向当地主管部门咨询。");
                break;
            case RefusalReason.NoSuchClause:
                draft.Say("抱歉，没有查到「").Add(new Part.Echo(intent.Words!)).Say("」：收录的文件中没有这一条款。请核对条款序号，或直接说出想了解的内容。");
                break;
            case RefusalReason.Forbidden:
                draft.Say("抱歉，这个要求无法办理。本助手只依据收录的文件原文答复，不能代为审批、承诺金额或提供不实材料。");
                break;
            default:
                draft.Say("抱歉，收录的文件没有写到这个问题，不能随意答复。");
                break;
        }

        if (intent.Reason == RefusalReason.Elsewhere) draft.Line().Say("收录的文件：").List(documents.Documents.Select(d => new Part.Metadata(d.Title))).Say("。");
        else Ask(draft, intent.Document);
        return new Reply(AnswerKind.Refuse, draft) { Suggestions = intent.Near is { } near && questions.For(near) is { } question ? [question, .. General] : General };
    }

    /// <summary>Whom the documents name, each with the document that it is asked about.</summary>
    internal static Draft Bodies(DocumentSet documents)
    {
        var draft = new Draft();
        for (var i = 0; i < documents.Documents.Count; i++)
        {
            var known = documents.Documents[i];
            if (i > 0) draft.Say("；");
            draft.Names(known.Ask).Say("（《").Add(new Part.Metadata(known.Title)).Say("》）");
        }

        return draft;
    }

    private void Ask(Draft draft, string? document)
    {
        draft.Line().Say("需要进一步了解的，可以咨询：");
        if (document is not null && documents.FindDocument(document) is { } one) draft.Names(one.Ask);
        else draft.Add(bodies);
        draft.Say("。");
    }
}
