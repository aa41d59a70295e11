using Bot.Conversations;
using Bot.Understanding.Marks;
using Bot.Understanding.Slots;
using Calculators.Rules;
using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <content>Figures that a follow-up names: the answer's own, or the clause's.</content>
internal sealed partial class FollowUps
{
    // 明年涨到4.9亿，还能再拿多少 tells a figure that the clause does not have.
    private bool NamesNewFigure(Message message, Calculator active) =>
        message.Numbers.Any(n => n.Kind is NumberKind.Money or NumberKind.Number && !IsStated(ClauseId.Parse(active.Clause), n));

    // 这1500万是每个县都有还是一共: the figure of the clause just shown is meant, not a fact.
    private bool RepeatsFigure(Message message, ConversationState state)
    {
        foreach (var number in message.Numbers)
        {
            if (number.Span.Start > 0 && message.Text[number.Span.Start - 1] == '这' && IsStated(state.LastClauses[0], number)) return true;
        }

        return false;
    }

    // 其实已经领过一回这50万: what is told of the award goes before its figure.
    private static bool Says(Message message, Calculator calculator) =>
        message.Marks.Any(m => m.Meaning is Meaning.Says says && says.Calculator == calculator);

    private bool IsStated(ClauseId id, NumberReading number) => documents.Find(id) is { } clause && ClauseReadings.Of(clause).States(number);

    // 为什么只有100万, 是10万吗: the figure is the answer's, not a fact; the answer's steps explain it.
    private static Understood? Confirms(Message message, ConversationState state, Calculator? active)
    {
        if (!message.Has(Cue.Explain) && !message.Has(Cue.Doubt) && !(message.Has(Cue.Question) && !message.Numbers.IsEmpty)) return null;
        if (active is null || !IsTalkedOf(state, active.Clause)) return null;
        if (AwardDecider.Decide(active, state.Known).Decided is not { } decided || TellsOf(message, active)) return null;
        return message.Has(Cue.Explain) || Doubts(message, active, decided.Award) ? new Understood(new Intent.Awards([decided], ClaimReader.Read(message, [decided])), state.Known, active) : null;
    }

    // 是10万吗 names a result; 你确定不是1500万 names none, and the award takes no sum that it could be.
    private static bool Doubts(Message message, Calculator calculator, Calculators.Awards.Award award)
    {
        if (message.Numbers.IsEmpty) return message.Has(Cue.Doubt) && AwardWish.LeansOnTalk(message, hasTopic: false);
        var results = Results(award).ToList();
        if (message.Numbers.Any(n => !results.Contains(n.Value) && !FigureContext.IsNoFact(message.Text, n) && calculator.Inputs.Any(i => NumberFiller.Fits(i, n)))) return false;
        return message.Has(Cue.Doubt) || (message.Has(Cue.Question) && message.Numbers.Any(n => results.Contains(n.Value)));
    }

    // What the award came to, in whole and in its parts.
    private static IEnumerable<decimal> Results(Calculators.Awards.Award award) =>
    [
        award.Amount.Amount,
        .. award.Steps.Where(s => s.Value is not null).Select(s => s.Value!.Value.Amount),
        .. award.Shares.Select(s => s.Amount.Amount),
        .. award.Readings.Select(r => r.Amount.Amount),
        .. award.Next is { } next ? [next.Amount.Amount] : Array.Empty<decimal>(),
    ];
}
