using Bot.Conversations;
using Bot.Understanding.Marks;
using Bot.Understanding.Slots;
using Bot.Understanding.Topics;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <summary>What a message asks for, given what was said before: the first of these that holds — begin anew, forbidden, small talk, another place, a clause that is none, an award, clauses.</summary>
internal sealed class IntentReader(IReadOnlyList<Calculator> calculators, FollowUps followUps, AwardIntents awards, ClauseIntents clauses, ScopeReader scope, IncidentalMatters incidental, OtherActs others, ConditionTimes times)
{
    private const int LongestReset = 12, LongestStatement = 16;

    /// <summary>Reads a message as one about clauses.</summary>
    internal ClauseIntents Clauses => clauses;

    /// <summary>Reads a message as one about awards.</summary>
    internal AwardIntents Awards => awards;

    internal Understood Read(Message message, ConversationState state)
    {
        if (message.Has(Cue.Reset) && message.Text.Length <= LongestReset) return new Understood(new Intent.Smalltalk(SmalltalkKind.Reset), KnownFacts.None, null);
        var topics = CalculatorRanking.Rank(message, calculators);

        // A forbidden demand beside a real question changes nothing about the question.
        if ((message.Has(Cue.Forbidden) && !IsCase(message, topics)) || AsksToDeceive(message)) return Refuse(RefusalReason.Forbidden);
        if (!RepliesToQuestion(message, state) && SmalltalkReader.Read(message) is { } kind) return new Understood(new Intent.Smalltalk(kind), state.Known, null);
        if (scope.Elsewhere(message, state) is { } place) return Refuse(RefusalReason.Elsewhere, words: place);
        if (others.AreMeant(message)) return Refuse(RefusalReason.NotInDocuments, state.Document);
        if (ScopeReader.NoSuchClause(message) is { } absent) return Refuse(RefusalReason.NoSuchClause, absent.Document, absent.Words);
        var replies = state.LastKind == Answering.AnswerKind.Clarify && !message.Has(Cue.Question) && (TellsFigures(message) || RepliesToQuestion(message, state));
        if (scope.OtherMatter(message) && !replies && !incidental.Holds(message, state) && (ScopeReader.AsksPrice(message) || !IsCase(message, topics))) return Refuse(RefusalReason.NotInDocuments, state.Document);

        if (followUps.Read(message, state, topics, awards.Find(state.Calculator)) is { } followUp) return followUp;
        if (times.Read(message, state, topics) is { } time) return new Understood(time, state.Known, null);
        if (awards.Read(message, state, topics) is { } award) return award;
        var intent = clauses.Read(message, state);
        // A reply that says nothing of what was asked: the question stands.
        if ((intent is Intent.Refuse { Reason: RefusalReason.NotInDocuments } || replies || IsStatement(message, intent)) && state.LastKind == Answering.AnswerKind.Clarify && (!message.Has(Cue.Question) || message.Has(Cue.Unknown)) && awards.AskAgain(state) is { } again) return again with { Doubt = Doubt.NoReply };
        // 那我们能不能拿, after a clause with several awards: what it says of each.
        if (intent is Intent.Refuse { Reason: RefusalReason.NotInDocuments } && state.LastClauses.Count > 0 && (message.Has(Cue.Amount) || message.Has(Cue.Eligibility) || message.Has(Cue.Gain)) && AwardWish.LeansOnTalk(message, hasTopic: false) && message.Text.Length <= LongestStatement && awards.GivesAny(state.LastClauses[0]))
            return new Understood(new Intent.Clauses([state.LastClauses[0]], state.LastQuery ?? message.Text, false, []), state.Known, null) { Doubt = Doubt.BarelyAnswers };
        // 加上外县的一共12家, after an award: what it is worked out from stays as it was.
        if (intent is Intent.Refuse { Reason: RefusalReason.NotInDocuments } or Intent.Clauses && message.Documents.Count == 0 && state.LastKind == Answering.AnswerKind.Award && !message.Has(Cue.Question) && TellsFigures(message) && awards.Find(state.Calculator) is { } given &&
            (intent is Intent.Refuse || message.Numbers.Any(n => given.Inputs.Any(i => NumberFiller.Fits(i, n)))) && awards.Again(state, given) is { Count: > 0 } once)
            return new Understood(new Intent.Awards(once, []), state.Known, given) { Doubt = Doubt.NoReply };
        // 互联网的那个百强: no question yet, but what it tells of the award belongs to what is asked next.
        var (known, calculator) = intent is Intent.Clauses found ? AwardIntents.Told(message, state, topics, found.Ids[0]) : (SlotFiller.FillStanding(message, state.Known), null);
        return new Understood(intent, known, calculator) { Doubt = DoubtOf(intent) };

        Understood Refuse(RefusalReason reason, string? document = null, string? words = null) => new(new Intent.Refuse(reason, document, words), state.Known, null);
    }

    // 员工320人，厂房租的2万平，银行贷款3000万, when asked for something else: what somebody tells of the enterprise, and no question about any of it.
    private static bool TellsFigures(Message message) =>
        !message.Has(Cue.Original) && !message.Has(Cue.Department) && !message.Has(Cue.Validity) && !message.Has(Cue.Summary) &&
        !message.References.Any(r => r.Clauses.Count > 0) && message.Numbers.Any(n => n.Kind is NumberKind.Money or NumberKind.Number or NumberKind.Count);

    // 我们是个开发区, when asked for its rank; 建设周期两年，去年开工的: short, no question, and not about anything else.
    private static bool IsStatement(Message message, Intent intent) =>
        intent is Intent.Clauses && message.Text.Length <= LongestStatement && !message.References.Any(r => r.Clauses.Count > 0) && (message.Has(Cue.Self) || message.Text.AsSpan().IndexOfAny("是了") >= 0 || message.Text[^1] == '的') && !message.Has(Cue.Original) && !message.Has(Cue.Department) && !message.Has(Cue.Validity);

    private static Doubt DoubtOf(Intent intent) => intent switch
    {
        Intent.Refuse { Reason: RefusalReason.NotInDocuments } => Doubt.NothingFound,
        Intent.Clauses { Barely: true } => Doubt.BarelyAnswers,
        _ => Doubt.None,
    };

    // 怎么把金额做假; what follows from it (造假有什么后果) is a fair question.
    private static bool AsksToDeceive(Message message) => message.Has(Cue.Deceit) && message.Has(Cue.HowTo) && !message.Has(Cue.Consequence) && !AsksForGist(message);

    // 把“有关要求”那一段（不许造假）提炼一下: the words of the clause that is named.
    private static bool AsksForGist(Message message) => message.Has(Cue.Summary) && message.References.Any(r => r.Clauses.Count > 0);

    // An award that is asked for with facts of one's own.
    private static bool IsCase(Message message, List<Topic> topics) =>
        topics.Count > 0 && topics[0].Score > CalculatorRanking.Least && (topics[0].Named || topics[0].Score >= 5) && (message.Has(Cue.Amount) || message.Has(Cue.Eligibility) || (message.Has(Cue.HowMany) && AwardWish.GivesPlaces(topics[0])));

    private bool RepliesToQuestion(Message message, ConversationState state)
    {
        if (state.Asked is null || state.LastKind != Answering.AnswerKind.Clarify) return false;
        if (awards.Find(state.Calculator) is not { } calculator) return false;
        var asked = calculator.FindInput(state.Asked);
        return !SlotFiller.Fill(message, calculator, KnownFacts.None, asked).IsEmpty;
    }
}
