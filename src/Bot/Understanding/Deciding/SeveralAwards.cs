using System.Buffers;
using Bot.Conversations;
using Bot.Understanding.Marks;
using Bot.Understanding.Slots;
using Bot.Understanding.Topics;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <summary>Several awards in one message: the same kind for several things, different kinds, or all that a profile meets.</summary>
internal sealed class SeveralAwards(IReadOnlyList<Calculator> calculators, MessageReader reader)
{
    // 示范区和示范项目都评上了.
    private static readonly SearchValues<string> Together = SearchValues.Create(["都评", "都列", "都有", "都进", "都是", "一共", "总共", "合计"], StringComparison.Ordinal);

    /// <summary>Reads what stands in a message.</summary>
    internal MessageReader Reader => reader;

    /// <summary>Changes one of several that were told together.</summary>
    internal Revisions Revisions { get; } = new(reader);

    /// <summary>One award for each of the things named: 一个超算中心投资1500万，一个区块链基础设施投资600万. None where one thing is named.</summary>
    internal List<DecidedAward> OfOneKind(Message message, Calculator calculator, KnownFacts known)
    {
        foreach (var choice in calculator.Inputs.OfType<ChoiceInput>())
        {
            var named = ChoiceFiller.Read(message, calculator, choice);
            if (named.Count < 2 || named.Exists(n => n.Option.Prevails)) continue;
            var needsFigure = calculator.Inputs.Any(i => i.Required && i is MoneyInput or CountInput);
            if (needsFigure ? Figures(message, calculator) < named.Count : !message.Has(Cue.Each) && !message.Text.AsSpan().ContainsAny(Together)) continue;

            List<DecidedAward> decided = [];
            for (var k = 0; k < named.Count; k++)
            {
                var part = known.With(choice, new Known(named[k].Option.Value, null, ""));
                if (needsFigure)
                {
                    foreach (var input in calculator.Inputs.Where(i => i is MoneyInput or CountInput)) part = part.Without(input);
                    part = SlotFiller.Fill(Piece(message, named, k), calculator, part, null);
                }

                if (AwardDecider.Decide(calculator, part).Decided is { } award) decided.Add(award);
            }

            if (decided.Count > 1) return decided;
        }

        if (!calculator.IsPerProject) return [];
        return calculator.Inputs.Any(i => i is MoneyInput) ? OfProjects(message, calculator, known) : OfCounted(message, calculator, known);
    }

    // 省级示范项目评了两个: the same award for each of them.
    private static List<DecidedAward> OfCounted(Message message, Calculator calculator, KnownFacts known)
    {
        const int most = 9, near = 6;
        foreach (var number in message.Numbers)
        {
            if (number is not { Kind: NumberKind.Count, Unit: "个" or "处", Value: > 1m and <= most, IsExact: true }) continue;
            if (FigureContext.StartsWithAny(message.Text, number.Span.End, ["投资", "公司", "企业", "股东", "地方", "县", "月"])) continue;
            var named = message.Marks.Any(m => m.Meaning is Meaning.Chooses chooses && chooses.Calculator == calculator && (Math.Abs(m.Start - number.Span.End) <= near || Math.Abs(number.Span.Start - m.End) <= near));
            if (named && AwardDecider.Decide(calculator, known).Decided is { Award.Eligible: true } award) return [.. Enumerable.Repeat(award, (int)number.Value)];
        }

        return [];
    }

    // 建了3个5G基站项目，分别投资800万、1200万、300万: as many figures as projects, each with an award.
    private static List<DecidedAward> OfProjects(Message message, Calculator calculator, KnownFacts known)
    {
        if (calculator.Inputs.FirstOrDefault(i => i is MoneyInput { Required: true }) is not { } input) return [];
        NumberReading[] figures = [.. message.Numbers.Where(n => n.Kind is NumberKind.Money or NumberKind.Number && NumberFiller.Fits(input, n) && !FigureContext.IsNoFact(message.Text, n) && !FigureContext.IsOfAnotherAct(message.Text, n))];
        if (figures.Length < 2 || !ProjectLists.Tells(message, figures)) return [];
        List<DecidedAward> decided = [];
        foreach (var figure in figures)
        {
            if (NumberFiller.ToKnown(message, input, figure) is not { } told || AwardDecider.Decide(calculator, known.With(input, told)).Decided is not { } award) return [];
            decided.Add(award);
        }

        return decided;
    }

    /// <summary>
    /// With further awards of other kinds, in the order in which they are named. One counts where its own words name it,
    /// all that it needs was said, and none of its figures is another's.
    /// </summary>
    internal static List<DecidedAward> WithOthers(Message message, List<Topic> topics, List<DecidedAward> decided, KnownFacts known)
    {
        var first = decided[0].Calculator;
        List<DecidedAward> all = [.. decided];
        foreach (var topic in topics)
        {
            if (topic.Calculator == first || !topic.Named || topic.Score <= CalculatorRanking.Least) continue;
            var own = SlotFiller.FillStanding(message, SlotFiller.Fill(message, topic.Calculator, KnownFacts.None, null));
            if (SharesFigure(topic.Calculator, own, first, known)) continue;
            if (!topic.Calculator.Inputs.Any(i => !i.IsStanding && own.Find(i) is not null)) continue;
            if (AwardDecider.Decide(topic.Calculator, own).Decided is { } award) all.Add(award);
        }

        return all.Count == decided.Count ? decided : [.. all.OrderBy(d => FirstNamed(message, d.Calculator))];
    }

    /// <summary>Whether somebody tells of the enterprise right after having asked what it can have: 帮我看看能享受哪些, then 我们做物联网终端，营收5.2亿.</summary>
    internal bool AskedForAll(Message message, ConversationState state) =>
        state.LastKind is Answering.AnswerKind.Summary or Answering.AnswerKind.Clause && state.Turns.Count > 0 && !message.Numbers.IsEmpty && !message.Has(Cue.Question) && !message.Has(Cue.Amount) &&
        reader.Read(state.Turns[^1], state.Document).Has(Cue.Overview);

    /// <summary>Every award that what was said of oneself decides: 我们做软件，营收6000万，规上，能拿哪些奖. Null where it decides none.</summary>
    internal Understood? Profile(Message message, ConversationState state)
    {
        List<DecidedAward> decided = [];
        var known = state.Known;
        foreach (var calculator in calculators.Where(c => c.CountsInTotal))
        {
            var told = AwardCase.Read(message, calculator, state.Known, null);
            if (!told.HasFacts || AwardDecider.Decide(calculator, told.Known).Decided is not { Award.Eligible: true } award) continue;
            decided.Add(award);
            known = told.Known;
        }

        return decided.Count == 0 ? null : new Understood(new Intent.Awards(decided, []), known, decided[0].Calculator);
    }

    private static int Figures(Message message, Calculator calculator) =>
        message.Numbers.Count(n => calculator.Inputs.Any(i => i is MoneyInput && NumberFiller.Fits(i, n)) && !FigureContext.IsNoFact(message.Text, n));

    private Message Piece(Message message, List<(Option Option, Mark Mark)> named, int k)
    {
        var end = k + 1 < named.Count ? Border(message.Text, named[k + 1].Mark.Start) : message.Text.Length;
        return reader.Read(message.Text[(k == 0 ? 0 : Border(message.Text, named[k].Mark.Start))..end]);
    }

    private static int Border(string text, int start)
    {
        for (var i = start - 1; i > 0; i--)
        {
            if (text[i] is ',' or ';' or '。' or '、' or ':') return i + 1;
        }

        return start;
    }

    private static int FirstNamed(Message message, Calculator calculator)
    {
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is Meaning.AwardWord word && word.Calculator == calculator) return mark.Start;
        }

        return int.MaxValue;
    }

    private static bool SharesFigure(Calculator one, KnownFacts ones, Calculator other, KnownFacts others)
    {
        for (var k = 0; k < one.Inputs.Count; k++)
        {
            var input = one.Inputs[k];
            if (ones.Find(input) is not { Words.Length: > 0 } known) continue;
            if (other.Inputs.Any(i => others.Find(i) is { Words.Length: > 0 } theirs && theirs.Words == known.Words)) return true;
        }

        return false;
    }
}
