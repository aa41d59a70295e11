using System.Buffers;
using Bot.Conversations;
using Bot.Understanding.Marks;
using Bot.Understanding.Slots;
using Bot.Understanding.Topics;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <summary>Which award a message is about, given what was talked about before.</summary>
internal sealed class AwardTopics(IReadOnlyList<Calculator> calculators)
{
    /// <summary>Enough to be meant although the award is not named.</summary>
    internal const int Strong = 5;

    // 那我们能不能享受呢.
    private const int LongestWish = 12;

    // Another award must be spoken of so much more strongly than the one talked about.
    private const int Lead = 3;

    /// <summary>The award; null where the message is about none of its own.</summary>
    internal Topic? Choose(Message message, ConversationState state, List<Topic> topics, Calculator? active)
    {
        if (active is { JudgesEligibility: true } && (topics.Count == 0 || topics[0].Calculator == active) && message.Has(Cue.Amount) && !message.Has(Cue.Eligibility) && OfTalk(state, message) is { } money) return money;
        if (active is not null && message.Has(Cue.Return) && CalculatorRanking.Find(topics, active) is null && Returned(state, topics, active) is { } returned) return returned;
        if (active is not null && topics.Count == 0 && ResumedByFigure(message, state, active) is { } figured) return figured;
        if (topics.Count == 0 && message.Has(Cue.Eligibility) && Judge(message) is { } judge) return judge;
        if (topics.Count == 0 || (topics[0].Score < CalculatorRanking.Least && active is null && message.Numbers.IsEmpty))
            return (message.Has(Cue.Amount) || IsOwnWish(message)) && (message.Has(Cue.Self) || message.Has(Cue.Gain) || SpokeAsApplicant(state) || (state.LastKind == Answering.AnswerKind.Clause && !message.Numbers.IsEmpty)) && AwardWish.LeansOnTalk(message, hasTopic: false) ? OfTalk(state, message) : null;
        var best = topics[0];
        if (active is not null && CalculatorRanking.Find(topics, active) is null && Resumed(message, state, topics) is { } resumed) return resumed;
        // What was talked about stays the subject unless another award is named, or spoken of as strongly.
        if (active is not null && CalculatorRanking.Find(topics, active) is { } same && !(best.Named && !same.Named) && best.Score - same.Score < Lead) return same;
        // 我们服务了8家本地企业，能奖多少: one word and its figure, in one's own case; or two figures, 服务了12家，合同1500万，能奖多少.
        if (best.Score < CalculatorRanking.Least) return message.Has(Cue.Amount) && (message.Has(Cue.Self) ? !message.Numbers.IsEmpty : message.Numbers.Length > 1) && NumberFiller.IsTold(message, best.Calculator) ? best : null;
        return active is not null && best.Calculator != active && !best.Named && best.Score < Strong && !message.Has(Cue.Amount) ? null : best;
    }

    /// <summary>Whether somebody asks for a verdict on himself and says nothing else: 我们能享受吗.</summary>
    internal static bool IsOwnWish(Message message) =>
        message.Has(Cue.Eligibility) && message.Has(Cue.Self) && message.Numbers.IsEmpty && message.Text.Length <= LongestWish && !message.Has(Cue.Procedure) && !message.Has(Cue.Validity);

    /// <summary>Whether a calculator's clause stands in a document.</summary>
    internal static bool IsIn(Calculator calculator, string document) =>
        calculator.Clause.Length > document.Length && calculator.Clause[document.Length] == '/' && calculator.Clause.StartsWith(document, StringComparison.Ordinal);

    /// <summary>The awards of a document that come to an amount.</summary>
    internal Calculator[] AmountsOf(string document) => [.. calculators.Where(c => !c.JudgesEligibility && IsIn(c, document))];

    /// <summary>Whether somebody was said to apply under the document that is spoken of: 入选了最多给多少, after 我们是省级开发区，想报试点.</summary>
    internal bool SpokeAsApplicant(ConversationState state)
    {
        foreach (var calculator in calculators)
        {
            if (calculator.Applicants is { } applicants && state.Known.Find(applicants.Choice) is not null && state.Document is { } document && IsIn(calculator, document)) return true;
        }

        return false;
    }

    // 说回我们基地，考核过关了: of the awards told of before the one whose words stand here; where none do, the only one.
    private Topic? Returned(ConversationState state, List<Topic> topics, Calculator active)
    {
        foreach (var topic in topics)
        {
            if (IsToldOf(state, topic.Calculator)) return topic with { Named = true, Score = Math.Max(topic.Score, Strong) };
        }

        if (topics.Count > 0) return null;
        Calculator? only = null;
        foreach (var calculator in calculators)
        {
            if (calculator == active || !IsToldOf(state, calculator)) continue;
            if (only is not null) return null;
            only = calculator;
        }

        return only is null ? null : new Topic(only, Strong, Named: true);
    }

    private static bool IsToldOf(ConversationState state, Calculator calculator)
    {
        for (var k = 0; k < calculator.Inputs.Count; k++)
        {
            var input = calculator.Inputs[k];
            if (!input.IsStanding && state.Known.Find(input) is not null) return true;
        }

        return false;
    }

    // 认定的是950万, after another award was spoken of: the words are those of one whose facts were told before, and bring a new figure.
    private static Topic? Resumed(Message message, ConversationState state, List<Topic> topics)
    {
        if (message.Numbers.IsEmpty) return null;
        foreach (var topic in topics)
        {
            // 本地核心产业企业，天使投资，到位326万: 本地…企业 alone does not lead back to the services for local enterprises.
            if (topics[0].Score - topic.Score >= Lead) break;
            for (var k = 0; k < topic.Calculator.Inputs.Count; k++)
            {
                var input = topic.Calculator.Inputs[k];
                if (!input.IsStanding && input is MoneyInput or CountInput && state.Known.Find(input) is not null) return topic with { Named = true, Score = Math.Max(topic.Score, Strong) };
            }
        }

        return null;
    }

    private static readonly SearchValues<string> Applying = SearchValues.Create(["报", "申", "条件", "资格", "够格", "符合", "满足", "达标", "当试点", "当上", "入选"], StringComparison.Ordinal);

    // 能不能报省里的试点: the conditions of the document that is named.
    private Topic? Judge(Message message)
    {
        // 用试点的钱建个系统行吗, 差旅费能不能报: no wish to apply.
        if (message.Documents.Count == 0 || !message.Text.AsSpan().ContainsAny(Applying) || message.Text.Contains('费', StringComparison.Ordinal)) return null;
        foreach (var calculator in calculators)
        {
            if (calculator.JudgesEligibility && IsIn(calculator, message.Documents[0].Name)) return new Topic(calculator, Strong, Named: true);
        }

        return null;
    }

    // 要是变成10家呢, after an award that counts nothing: of the awards told of before, the only one that takes such a figure.
    private Topic? ResumedByFigure(Message message, ConversationState state, Calculator active)
    {
        if (message.Numbers.IsEmpty || Takes(active, message) || state.Known.IsEmpty) return null;
        var takers = calculators.Where(c => c.Inputs.Any(i => state.Known.Find(i) is not null && message.Numbers.Any(n => NumberFiller.Fits(i, n)))).Take(2).ToList();
        return takers is [var only] ? new Topic(only, Strong, Named: true) : null;
    }

    private static bool Takes(Calculator calculator, Message message)
    {
        for (var k = 0; k < calculator.Inputs.Count; k++)
        {
            var input = calculator.Inputs[k];
            foreach (var number in message.Numbers)
            {
                // 按550算呢: its unit was said before.
                if (NumberFiller.Fits(input, number) || (input is MoneyInput && number.Kind == NumberKind.Number)) return true;
            }
        }

        return false;
    }

    // 我们要是入选，最多能拿多少: the one award of the clause, or of the document, that was talked about.
    private Topic? OfTalk(ConversationState state, Message message)
    {
        if (state.LastClauses.Count == 0) return null;
        var amounts = AmountsOf(state.LastClauses[0].Document);
        Calculator[] here = [.. amounts.Where(c => c.Clause == state.LastClauses[0].ToString())];
        // 5亿到10亿那一档是多少: of the awards of the clause, the one that takes such a figure.
        if (here.Length > 1 && !message.Numbers.IsEmpty) here = [.. here.Where(c => Takes(c, message))];
        var meant = here.Length == 1 ? here[0] : amounts.Length == 1 ? amounts[0] : null;
        return meant is null ? null : new Topic(meant, Strong, Named: true);
    }
}
