using System.Buffers;
using Bot.Understanding;
using Bot.Understanding.Marks;

namespace Bot.Answering;

/// <summary>Intent → reply: one writer a kind.</summary>
internal sealed class Responder(
    AwardAnswer awards, ClarifyAnswer clarify, ClauseAnswer clauses, SummaryAnswer summaries, AwardSummaryAnswer recaps, DepartmentAnswer departments, ValidityAnswer validity, RefuseAnswer refusals, SmalltalkAnswer smalltalk)
{
    private static readonly SearchValues<string> Details = SearchValues.Create(["几个点", "多少", "什么标准", "哪些表", "填什么", "怎么申", "怎么兑", "程序", "流程", "手续", "具体", "细则", "哪些条款", "几分", "分制"], StringComparison.Ordinal);

    internal Reply Write(Intent intent, Message message, DateOnly asOf) => intent switch
    {
        Intent.Awards decided => awards.Write(decided, asOf),
        Intent.Clarify missing => clarify.Write(missing, asOf),
        Intent.Clauses found => clauses.Write(found, AsksDetail(message), asOf),
        Intent.WrongAsker asker => clauses.Write(asker, asOf),
        Intent.Summary gist => summaries.Write(gist, asOf),
        Intent.AwardSummary recap => recaps.Write(recap, asOf),
        Intent.Department charge => departments.Write(charge, asOf),
        Intent.DepartmentClauses duties => departments.Write(duties, asOf),
        Intent.Validity window => validity.Write(window, message.Text, asOf),
        Intent.Refuse refusal => refusals.Write(refusal),
        Intent.Smalltalk talk => smalltalk.Write(talk.Kind),
        _ => throw new NotSupportedException($"{intent.GetType().Name} has no writer."),
    };

    // A figure, a form or a procedure is asked for, beyond what a clause may say.
    private static bool AsksDetail(Message message) => message.Has(Cue.Amount) || message.Text.AsSpan().ContainsAny(Details);
}
