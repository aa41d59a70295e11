using Bot.Answering.Drafting;
using Bot.Understanding;
using Calculators.Rules;
using Knowledge.Corpus;

namespace Bot.Answering;

/// <summary>Greetings, thanks and help: short, and with something to try.</summary>
internal sealed class SmalltalkAnswer(DocumentSet documents, IReadOnlyList<Calculator> calculators)
{
    private static readonly IReadOnlyList<string> Tries = ["我们首次入围中国互联网百强，能奖多少？", "第七条怎么规定的？", "我们县够条件报集群试点吗？"];

    internal Reply Write(SmalltalkKind kind)
    {
        var draft = new Draft();
        switch (kind)
        {
            case SmalltalkKind.Greeting:
                draft.Say("您好！我是政策问答助手，可以帮您查条款原文、核算奖励金额。请问想了解什么？");
                break;
            case SmalltalkKind.Thanks:
                draft.Say("不客气，很高兴帮到您。还有问题随时可以问。");
                break;
            case SmalltalkKind.Farewell:
                draft.Say("再见，祝工作顺利！");
                break;
            case SmalltalkKind.Reset:
                draft.Say("好的，已经重新开始，之前说的情况不再沿用。请问想了解什么？");
                break;
            case SmalltalkKind.Identity:
                draft.Say("我是政策问答助手，是程序，不是真人。金额由程序按条文核算，并附上原文出处。");
                Known(draft.Line());
                break;
            case SmalltalkKind.HandOver:
                draft.Say("好的，需要人工答复的问题，请咨询：").Add(RefuseAnswer.Bodies(documents)).Say("。您可以先在这里把情况说清楚，生成答复单一并带去。");
                break;
            default:
                draft.Say("我可以做这些：查条款原文，核算奖励金额，说明责任单位和有效期，概括条文要点。");
                Known(draft.Line());
                draft.Line().Say("可以核算的有：").List(calculators.Select(c => new Part.Declared(c, c.Title))).Say("。");
                break;
        }

        return new Reply(AnswerKind.Smalltalk, draft) { Suggestions = kind is SmalltalkKind.Farewell or SmalltalkKind.Thanks ? [] : Tries };
    }

    private void Known(Draft draft) => draft.Say("收录的文件：").List(documents.Documents.Select(d => new Part.Metadata(d.Number is null ? d.Title : d.CitedAs))).Say("。");
}
