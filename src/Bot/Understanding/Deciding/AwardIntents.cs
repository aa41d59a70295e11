using Bot.Conversations;
using Bot.Understanding.Marks;
using Bot.Understanding.Slots;
using Bot.Understanding.Topics;
using Calculators.Rules;

namespace Bot.Understanding.Deciding;

/// <summary>An intent together with what is known after the message.</summary>
/// <param name="Intent">What is asked for.</param>
/// <param name="Known">What is known now.</param>
/// <param name="Calculator">The award that is now talked about; null where it stays as it was.</param>
internal sealed record Understood(Intent Intent, KnownFacts Known, Calculator? Calculator);

/// <summary>Decides whether a message asks for an award, and for which; null where it does not.</summary>
internal sealed class AwardIntents(IReadOnlyList<Calculator> calculators, MessageReader reader, HeadingNames headings)
{
    // Strong enough to be meant although the message does not ask for an amount in so many words.
    private const int Strong = 5;

    internal Understood? Read(Message message, ConversationState state, List<Topic> topics)
    {
        var active = calculators.FirstOrDefault(c => c.Name == state.Calculator);
        var asked = active?.Inputs.FirstOrDefault(i => i.Name == state.Asked);
        if (message.Has(Cue.Summary) || message.Has(Cue.NextClause) || message.Has(Cue.PreviousClause)) return null;
        if (message.Has(Cue.Department) && !message.Has(Cue.Amount)) return null;

        var topic = Choose(message, topics, active);
        var calculator = topic?.Calculator ?? active;
        if (calculator is null) return null;

        var filled = Fill(message, calculator, state.Known, calculator == active ? asked : null);
        var told = !ReferenceEquals(filled, state.Known) && !filled.Equals(state.Known) && Tells(message, calculator, state.Known, filled, asked);
        if (calculator.Applicants is { } applicants && topic is not null && (message.Has(Cue.Amount) || message.Has(Cue.Eligibility)) && IsWrongAsker(message, filled, applicants))
            return new Understood(new Intent.WrongAsker(calculator), state.Known, calculator);
        if (!Wants(message, topic, calculator, active, told)) return null;
        // 符不符合试点领域 asks about that clause, not about the conditions that code can judge.
        if (!message.Has(Cue.Amount) && !HasCase(message, calculator) && headings.Find(message.Text) is { Count: > 0 } under && !under.Any(c => Judges(calculator, c.ToString()))) return null;

        List<DecidedAward> decided = [];
        if (Several(message, calculator, filled) is { } split) decided.AddRange(split);
        if (decided.Count == 0)
        {
            var decision = AwardDecider.Decide(calculator, filled);
            if (decision.Decided is { } award)
            {
                decided.Add(award);
            }
            else if (calculator != active && !message.Has(Cue.Self) && !HasFigure(message, calculator))
            {
                // A question about the rule, not about a case: the clause answers it.
                return null;
            }
            else
            {
                return new Understood(new Intent.Clarify(calculator, decision.Missing, decision.Vague, decision.Vague is { } v ? filled.Find(v)!.Words : null), filled, calculator);
            }
        }

        decided.AddRange(Others(message, topics, calculator, filled, decided));
        return new Understood(new Intent.Awards(decided, ClaimReader.Read(message, decided)), filled, calculator);
    }

    private static Topic? Choose(Message message, List<Topic> topics, Calculator? active)
    {
        if (topics.Count == 0) return null;
        var best = topics[0];
        // What was talked about stays the subject unless another award is named, or spoken of as strongly.
        if (active is not null && topics.Find(t => t.Calculator == active) is { } same && !(best.Named && !same.Named) && best.Score - same.Score < 3) return same;
        if (best.Score < CalculatorRanking.Least) return null;
        if (active is not null && best.Calculator != active && !best.Named && best.Score < Strong && !message.Has(Cue.Amount)) return null;
        return best;
    }

    private static bool Wants(Message message, Topic? topic, Calculator calculator, Calculator? active, bool told)
    {
        var amount = message.Has(Cue.Amount);
        var verdict = message.Has(Cue.Eligibility);
        var meant = topic is not null && (topic.Named || topic.Score >= Strong);
        if (message.Has(Cue.Compare) && !message.Has(Cue.Self) && !told) return false;
        if (meant && (amount || (verdict && (calculator.JudgesEligibility || told)))) return true;
        // 那如果拿到风投，认定到位500万呢: another award, in the course of the talk.
        if (meant && told && active is not null && message.Has(Cue.Back)) return true;
        if (calculator == active)
        {
            // A figure, a correction or a reply in the midst of an award's talk.
            if (told && !message.Has(Cue.Original) && !message.Has(Cue.Validity)) return true;
            return (amount || verdict) && LeansOnTalk(message, topic);
        }

        // Facts without a question: 我是做信创的，去年营收5230万.
        return meant && told && topic!.Score >= Strong && !message.Has(Cue.Question);
    }

    private static bool Judges(Calculator calculator, string clause) => calculator.Clause == clause || calculator.Figures.Any(f => f.Quote.Clause == clause);

    private static bool LeansOnTalk(Message message, Topic? topic)
    {
        const int longest = 40;
        return message.Text.Length <= longest && (topic is not null || message.References.Count == 0) && !message.Marks.Any(m => m.Meaning is Meaning.OtherMatter or Meaning.Elsewhere);
    }

    private static bool Tells(Message message, Calculator calculator, KnownFacts before, KnownFacts after, Input? asked)
    {
        foreach (var input in calculator.Inputs)
        {
            if (after.Find(input) is not { } now) continue;
            if (before.Find(input) is not { } then || !then.Equals(now)) return true;
        }

        // The same fact once more is a reply as well: 是的.
        return asked is YesNoInput yesNo && YesNoFiller.Read(message, calculator, yesNo) is not null;
    }

    private static bool HasCase(Message message, Calculator calculator)
    {
        var filled = SlotFiller.Fill(message, calculator, KnownFacts.None, null);
        return calculator.Inputs.Any(i => i is not ChoiceInput && filled.Find(i) is not null);
    }

    // A figure makes it a case; a choice or a yes-or-no may belong to a question about the rule.
    private static bool HasFigure(Message message, Calculator calculator)
    {
        var filled = SlotFiller.Fill(message, calculator, KnownFacts.None, null);
        return calculator.Inputs.Any(i => i is MoneyInput or CountInput && filled.Find(i) is not null);
    }

    private KnownFacts Fill(Message message, Calculator calculator, KnownFacts known, Input? asked)
    {
        var alone = SlotFiller.Fill(message, calculator, KnownFacts.None, null);
        // A message that says everything by itself is a new case: what an earlier one left behind does not belong to it.
        if (calculator.Missing(alone.Corners(calculator)[0]).Count == 0)
        {
            foreach (var input in calculator.Inputs)
            {
                if (alone.Find(input) is null && input is not { IsStanding: true }) known = known.Without(input);
            }
        }

        return SlotFiller.FillStanding(message, calculators, SlotFiller.Fill(message, calculator, known, asked));
    }

    private static bool IsWrongAsker(Message message, KnownFacts filled, Applicants applicants)
    {
        if (filled.Find(applicants.Choice) is not null) return false;
        return message.Has(Cue.Enterprise) || message.Has(Cue.OtherBody);
    }

    // 一个超算中心投资1500万，一个区块链基础设施投资600万: one award for each of the things named.
    private List<DecidedAward>? Several(Message message, Calculator calculator, KnownFacts filled)
    {
        foreach (var choice in calculator.Inputs.OfType<ChoiceInput>())
        {
            var named = ChoiceFiller.Read(message, calculator, choice);
            if (named.Count < 2) continue;
            var figures = message.Numbers.Count(n => calculator.Inputs.Any(i => i is MoneyInput && NumberFiller.Fits(i, n)) && !FigureContext.IsNoFact(message.Text, n));
            var needsFigure = calculator.Inputs.Any(i => i.Required && i is MoneyInput or CountInput);
            if (needsFigure ? figures < named.Count : !message.Has(Cue.Each)) continue;

            List<DecidedAward> decided = [];
            for (var k = 0; k < named.Count; k++)
            {
                var part = filled.With(choice, new Known(named[k].Option.Value, null, ""));
                if (needsFigure)
                {
                    var piece = reader.Read(message.Normal.Text[Border(message.Text, named[k].Mark.Start, k)..(k + 1 < named.Count ? Border(message.Text, named[k + 1].Mark.Start, k + 1) : message.Text.Length)]);
                    foreach (var input in calculator.Inputs)
                    {
                        if (input is MoneyInput or CountInput) part = part.Without(input);
                    }

                    part = SlotFiller.Fill(piece, calculator, part, null);
                }

                if (AwardDecider.Decide(calculator, part).Decided is { } award) decided.Add(award);
            }

            if (decided.Count > 1) return decided;
        }

        return null;
    }

    private static int Border(string text, int start, int part)
    {
        if (part == 0) return 0;
        for (var i = start - 1; i > 0; i--)
        {
            if (text[i] is ',' or ';' or '。' or '、' or ':') return i + 1;
        }

        return start;
    }

    // A second award in the same message counts where its own words name it and everything it needs was said.
    private IEnumerable<DecidedAward> Others(Message message, List<Topic> topics, Calculator calculator, KnownFacts filled, List<DecidedAward> decided)
    {
        foreach (var topic in topics)
        {
            if (topic.Calculator == calculator || !topic.Named || topic.Score < CalculatorRanking.Least + 1) continue;
            var own = SlotFiller.FillStanding(message, calculators, SlotFiller.Fill(message, topic.Calculator, KnownFacts.None, null));
            if (SharesFigure(topic.Calculator, own, calculator, filled)) continue;
            if (!topic.Calculator.Inputs.Any(i => i is not { IsStanding: true } && own.Find(i) is not null)) continue;
            if (AwardDecider.Decide(topic.Calculator, own).Decided is { } award) yield return award;
        }
    }

    private static bool SharesFigure(Calculator one, KnownFacts ones, Calculator other, KnownFacts others)
    {
        foreach (var input in one.Inputs)
        {
            if (ones.Find(input) is not { Words.Length: > 0 } known) continue;
            if (other.Inputs.Any(i => others.Find(i) is { Words.Length: > 0 } theirs && theirs.Words == known.Words)) return true;
        }

        return false;
    }
}
