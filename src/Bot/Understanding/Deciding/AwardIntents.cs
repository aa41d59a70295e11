using Bot.Conversations;
using Bot.Understanding.Marks;
using Bot.Understanding.Slots;
using Bot.Understanding.Topics;
using Calculators.Rules;
using Knowledge.Citations;

namespace Bot.Understanding.Deciding;

/// <summary>An intent together with what is known after the message.</summary>
/// <param name="Intent">What is asked for.</param>
/// <param name="Known">What is known now.</param>
/// <param name="Calculator">The award that is now talked about; null where it stays as it was.</param>
internal sealed record Understood(Intent Intent, KnownFacts Known, Calculator? Calculator)
{
    /// <summary>Why the understanding is unsure of itself.</summary>
    internal Doubt Doubt { get; init; }
}

/// <summary>Why the understanding of a message is unsure; what lies outside the documents for certain is no doubt.</summary>
internal enum Doubt
{
    /// <summary>It is sure.</summary>
    None,

    /// <summary>Nothing in the documents was found to speak of it, and nothing says for certain that they do not.</summary>
    NothingFound,

    /// <summary>A question was asked back, and the message was found to say nothing of it.</summary>
    NoReply,

    /// <summary>A clause was found that answers by little.</summary>
    BarelyAnswers,
}

/// <summary>Decides whether a message asks for an award, and for which; null where it does not.</summary>
internal sealed partial class AwardIntents(IReadOnlyList<Calculator> calculators, AwardTopics subjects, SeveralAwards several, HeadingNames headings)
{
    private const int LongestTold = 24, LongestTurn = 8;

    internal Understood? Read(Message message, ConversationState state, List<Topic> topics)
    {
        if (message.Has(Cue.Summary) || message.Has(Cue.NextClause) || message.Has(Cue.PreviousClause)) return null;
        if (message.Has(Cue.Department) && !message.Has(Cue.Amount)) return null;
        // 公司自己去报，还是只能由县里去报: who applies, not whether the county meets the conditions.
        if (message.Has(Cue.Applicant) && message.Has(Cue.Enterprise) && !message.Has(Cue.Amount)) return null;
        if ((message.Has(Cue.Overview) || several.AskedForAll(message, state)) && several.Profile(message, state) is { } profile) return profile;

        if (several.Revisions.Read(message, state) is { } revised && Read(revised, state, CalculatorRanking.Rank(revised, calculators)) is { Intent: Intent.Awards { Decided.Count: > 1 } } again) return again;

        var active = Find(state.Calculator) ?? OfClause(message, state);
        var topic = subjects.Choose(message, state, topics, active);
        if (topic is not null && active is not null && topic.Calculator != active && StaysWith(message, state, topic.Calculator)) topic = null;
        if ((topic?.Calculator ?? active) is not { } calculator) return null;

        if (active is null && IsAnotherBodys(message, state, calculator)) return null;
        var asked = calculator == active ? active.FindInput(state.Asked) : null;
        var told = AwardCase.Read(message, calculator, state.Known, asked);
        if (RuleQuestions.Ask(message, told) || RuleQuestions.OfThreshold(message)) return null;
        if (topic is not null && IsWrongAsker(message, told)) return new Understood(new Intent.WrongAsker(calculator), state.Known, calculator);
        if (!AwardWish.IsMeant(message, topic, told, active) || AsksAboutOtherClause(message, told)) return null;

        var decided = several.OfOneKind(message, calculator, told.Known);
        if (decided.Count == 0)
        {
            var decision = AwardDecider.Decide(calculator, told.Known);
            if (decision.Decided is null && active is null && RuleQuestions.OfReach(message)) return null;
            if (decision.Decided is null) return calculator == active || told.IsOwn(message) || WantsJudgement(message, calculator) ? Ask(calculator, decision, told.Known) : null;
            decided.Add(decision.Decided);
        }

        decided = SeveralAwards.WithOthers(message, topics, decided, told.Known);
        return new Understood(new Intent.Awards(decided, ClaimReader.Read(message, decided)), told.Known, calculator);
    }

    /// <summary>What a message that is answered with clauses tells of an award.</summary>
    /// <param name="message">The message.</param>
    /// <param name="state">The conversation before it.</param>
    /// <param name="topics">The awards that it speaks of.</param>
    /// <param name="answered">The clause that answers it.</param>
    /// <returns>What is known then, and the award that is talked about from now on; null where it stays as it was.</returns>
    internal static (KnownFacts Known, Calculator? Calculator) Told(Message message, ConversationState state, List<Topic> topics, ClauseId answered)
    {
        var standing = SlotFiller.FillStanding(message, state.Known);
        if (topics.Count == 0 || message.Has(Cue.Compare) || message.Has(Cue.Claim)) return (standing, null);
        var best = topics[0];
        // 看一下第二条: a clause with several awards means none of them.
        if (topics.Count > 1 && topics[1].Score == best.Score && topics[1].Calculator.Clause == best.Calculator.Clause) return (standing, null);
        if (!(best.Named || (state.LastClauses.Count > 0 && best.Score >= CalculatorRanking.Least)))
        {
            return (message.Has(Cue.Self) && !message.Numbers.IsEmpty && OnlyTold(message, topics) is { } only ? AwardCase.Read(message, only, state.Known, null).Known : standing, null);
        }

        // 想问下那个营业收入的奖励: nothing is told, and what is told next is of this award.
        var meant = answered.Is(best.Calculator.Clause) && message.References.IsEmpty && !topics.Exists(t => t != best && t.Score == best.Score) ? best.Calculator : null;
        var asks = message.Has(Cue.Question) || message.Has(Cue.Rule) || message.Has(Cue.Conditions) || message.Has(Cue.HowOften);
        // Nobody's case: not read any further.
        if (asks && message.Numbers.IsEmpty && !message.Has(Cue.Self) && !message.Has(Cue.Gain) && !message.Text.Contains(AwardCase.Done)) return (standing, meant);
        var told = AwardCase.Read(message, best.Calculator, state.Known, null);
        return told.IsOwn(message) || !asks ? (told.Known, told.Calculator) : (standing, meant);
    }

    // 我们今年服务了11家本地企业: a figure of one's own, with the words of one award, is kept for whoever asks for it. It opens no award's talk.
    private static Calculator? OnlyTold(Message message, List<Topic> topics)
    {
        Calculator? only = null;
        foreach (var topic in topics)
        {
            if (!NumberFiller.IsTold(message, topic.Calculator)) continue;
            if (only is not null) return null;
            only = topic.Calculator;
        }

        return only;
    }

    /// <summary>The question that was asked last, once more; null where what is known decides the award.</summary>
    internal Understood? AskAgain(ConversationState state)
    {
        if (Find(state.Calculator) is not { } calculator) return null;
        var decision = AwardDecider.Decide(calculator, state.Known);
        return decision.Missing.Count == 0 ? null : Ask(calculator, decision, state.Known);
    }

    /// <summary>The awards of the last answer once more: several where it gave several, else the one talked about, where what is known decides it.</summary>
    internal IReadOnlyList<DecidedAward> Again(ConversationState state, Calculator calculator)
    {
        if (state.LastQuery is { } text)
        {
            var message = several.Reader.Read(text, state.Document);
            if (Read(message, state, CalculatorRanking.Rank(message, calculators)) is { Intent: Intent.Awards { Decided: { Count: > 1 } decided } } && decided.Any(d => d.Calculator == calculator)) return decided;
        }

        return AwardDecider.Decide(calculator, state.Known).Decided is { } one ? [one] : [];
    }

    /// <summary>The message as one about this award, whatever its words.</summary>
    /// <param name="message">The message.</param>
    /// <param name="state">The conversation before it.</param>
    /// <param name="calculator">The award.</param>
    /// <param name="complete">What is known once more was found in the message.</param>
    /// <returns>Null where the message adds nothing, and what was known before would be answered once more.</returns>
    internal static Understood? ReadAs(Message message, ConversationState state, Calculator calculator, Func<AwardCase, KnownFacts> complete)
    {
        var told = AwardCase.Read(message, calculator, state.Known, calculator.Name == state.Calculator ? calculator.FindInput(state.Asked) : null);
        if (IsWrongAsker(message, told)) return new Understood(new Intent.WrongAsker(calculator), state.Known, calculator);
        var known = complete(told);
        var decision = AwardDecider.Decide(calculator, known);
        if (decision.Decided is not { } decided) return Ask(calculator, decision, known);
        return told.Tells || known != told.Known ? new Understood(new Intent.Awards([decided], ClaimReader.Read(message, [decided])), known, calculator) : null;
    }

    // 想判断能不能报省里的试点 wants a verdict; 哪些地方可以申报 wants the rule.
    private static bool WantsJudgement(Message message, Calculator calculator) =>
        calculator.JudgesEligibility && message.Has(Cue.Eligibility) && !message.Has(Cue.Validity) && !message.Has(Cue.Claim) && message.Text.AsSpan().IndexOfAny('哪', '谁') < 0;

    private static Understood Ask(Calculator calculator, AwardDecision decision, KnownFacts known) =>
        new(new Intent.Clarify(calculator, decision.Missing, decision.Vague, decision.Vague is { } vague ? known.Find(vague)!.Words : null), known, calculator);

    private static bool IsWrongAsker(Message message, AwardCase told) =>
        told.Calculator.Applicants is { } applicants && told.Alone.Find(applicants.Choice) is null && (told.Known.Find(applicants.Choice) is null || message.Has(Cue.Enterprise)) &&
        (message.Has(Cue.Amount) || message.Has(Cue.Eligibility)) && (message.Has(Cue.Enterprise) || message.Has(Cue.OtherBody));

    // 产业营收30亿, said by a county that wants to apply: told without a question, it is no enterprise's.
    private bool IsAnotherBodys(Message message, ConversationState state, Calculator calculator) =>
        calculator.Applicants is null && !message.Has(Cue.Amount) && !message.Has(Cue.Enterprise) && state.Document is { } document && !AwardTopics.IsIn(calculator, document) && subjects.SpokeAsApplicant(state);

    // 员工40人，去年营收2000万, asked about an investment: figures that decide nothing by themselves, and no question, open no other award.
    private static bool StaysWith(Message message, ConversationState state, Calculator other) =>
        state.LastKind == Answering.AnswerKind.Clarify && !message.Numbers.IsEmpty && !message.Has(Cue.Question) && !message.Has(Cue.Amount) && !message.Has(Cue.Eligibility) && !message.Has(Cue.Gain) &&
        message.References.IsEmpty && !AwardCase.Read(message, other, KnownFacts.None, null).IsComplete;

    // 符不符合试点领域 asks about that clause, not about the conditions that code can judge.
    private bool AsksAboutOtherClause(Message message, AwardCase told) =>
        !message.Has(Cue.Amount) && !told.HasFacts && headings.Find(message.Text) is { Count: > 0 } under && !under.Any(c => IsOf(told.Calculator, c.ToString()));

    private static bool IsOf(Calculator calculator, string clause) => calculator.Clause == clause || calculator.Figures.Any(f => f.Quote.Clause == clause);
}
