using System.Buffers;
using Bot.Understanding.Marks;
using Bot.Understanding.Slots;
using Calculators.Rules;

namespace Bot.Understanding.Topics;

/// <summary>A calculator that a message may be about, with how strongly its words say so.</summary>
/// <param name="Calculator">The calculator.</param>
/// <param name="Score">How strongly.</param>
/// <param name="Named">Whether its award is named, by its own words or by its clause.</param>
internal sealed record Topic(Calculator Calculator, int Score, bool Named);

/// <summary>Which awards a message speaks of: by their names, their clause, and the words of their inputs.</summary>
internal static class CalculatorRanking
{
    /// <summary>Below this, a message is about no award: one word of an input alone says too little.</summary>
    internal const int Least = 3;

    private const int Named = 4;

    // What stands behind a rank that is the asker's own.
    private static readonly SearchValues<char> BehindRank = SearchValues.Create("的最能给多吗呢啊吧和还是拿有可我那跟与或也就都,");
    private const int ByClause = 4;
    private const int Chosen = 3;
    private const int Told = 2;

    // 县, ai: a word that short says little about what is meant.
    private const int ShortOption = 3;

    // 够条件 asks for a verdict, 多少 for an amount.
    private const int WrongKind = 4;

    /// <summary>The calculators in question, the strongest first.</summary>
    internal static List<Topic> Rank(Message message, IReadOnlyList<Calculator> calculators)
    {
        List<Tally> tallies = new(4);
        foreach (var mark in message.Marks)
        {
            var (calculator, input, weight) = Weigh(mark);
            if (calculator is null || IsHidden(message, mark, calculator) || NumberFiller.IsOfAnother(message, mark)) continue;
            if (Find(tallies, calculator) is not { } tally) tallies.Add(tally = new Tally(calculator));
            tally.Add(input, weight, mark.Length);
        }

        if (tallies is [var only] && NumberFiller.TellsYears(message, only.Calculator)) only.Add("", Told, 0);
        List<Topic> topics = [];
        for (var k = 0; k < calculators.Count; k++)
        {
            var calculator = calculators[k];
            var tally = Find(tallies, calculator);
            var byClause = IsReferred(message, calculator) ? ByClause : 0;
            var score = (tally?.Score ?? 0) + byClause;
            if (score > 0) topics.Add(new Topic(calculator, score, byClause > 0 || tally is { IsNamed: true }));
        }

        SettleSiblings(message, topics);
        topics.RemoveAll(t => t.Score <= 0);
        topics.Sort((a, b) => b.Score.CompareTo(a.Score));
        return topics;
    }

    private static Tally? Find(List<Tally> tallies, Calculator calculator)
    {
        foreach (var tally in tallies)
        {
            if (tally.Calculator == calculator) return tally;
        }

        return null;
    }

    /// <summary>The topic of a calculator; null where it is none.</summary>
    internal static Topic? Find(List<Topic> topics, Calculator calculator)
    {
        foreach (var topic in topics)
        {
            if (topic.Calculator == calculator) return topic;
        }

        return null;
    }

    // Two awards that ask for the same facts, one for a verdict and one for an amount: the question tells which is meant.
    private static void SettleSiblings(Message message, List<Topic> topics)
    {
        var (verdict, amount) = (message.Has(Cue.Eligibility), message.Has(Cue.Amount));
        if (verdict == amount) return;
        for (var i = 0; i < topics.Count; i++)
        {
            var calculator = topics[i].Calculator;
            if (calculator.JudgesEligibility != verdict && HasSibling(topics, calculator, verdict))
                topics[i] = topics[i] with { Score = topics[i].Score - WrongKind };
        }
    }

    private static bool HasSibling(List<Topic> topics, Calculator calculator, bool verdict)
    {
        foreach (var topic in topics)
        {
            if (topic.Calculator.JudgesEligibility == verdict && Share(topic.Calculator, calculator)) return true;
        }

        return false;
    }

    private static bool Share(Calculator one, Calculator other)
    {
        for (var k = 0; k < one.Inputs.Count; k++)
        {
            var input = one.Inputs[k];
            if (one != other && other.FindInput(input.Name) is not null) return true;
        }

        return false;
    }

    private static bool IsReferred(Message message, Calculator calculator)
    {
        foreach (var reference in message.References)
        {
            if (reference.Clauses.Count == 1 && reference.Clauses[0].Is(calculator.Clause)) return true;
        }

        return false;
    }

    private static (Calculator? Calculator, string? Input, int Weight) Weigh(Mark mark) => mark.Meaning switch
    {
        Meaning.AwardWord word => (word.Calculator, null, Named),
        Meaning.Chooses chooses => (chooses.Calculator, chooses.Input.Name, mark.Length < ShortOption ? 1 : Chosen),
        Meaning.Says says => (says.Calculator, says.Input.Name, Told),
        Meaning.InputWord word => (word.Calculator, word.Input.Name, Told),
        _ => default,
    };

    // 国家级非遗项目: the rank of something else; 国家级的, 国家级最多 and 国家级开发区 are none.
    private static bool IsRankOfAnother(Message message, Mark mark)
    {
        if (mark.Meaning is not Meaning.Chooses || message.Text[mark.End - 1] != '级' || mark.End == message.Text.Length || !char.IsLetter(message.Text[mark.End]) || BehindRank.Contains(message.Text[mark.End])) return false;
        foreach (var other in message.Marks)
        {
            if (other.Start > mark.End) break;
            if ((mark.Inside(other) && other.Meaning is Meaning.Chooses) || (other.Start == mark.End && other.Meaning is Meaning.Signals { Cue: Cue.Amount or Cue.Eligibility or Cue.Gain or Cue.Question })) return false;
        }

        return true;
    }

    // 示范项目 inside 工业互联网试点示范项目 speaks of the longer thing.
    private static bool IsHidden(Message message, Mark mark, Calculator calculator)
    {
        if (IsRankOfAnother(message, mark)) return true;
        // 差旅费能不能报: paid back, not applied for.
        if (mark.Start > 0 && message.Text[mark.Start - 1] == '费' && message.Text.AsSpan(mark.Start, mark.Length).Contains('报')) return true;
        foreach (var other in message.Marks)
        {
            if (other.Start > mark.Start) return false;
            // 展位费能报吗: what another matter's words begin, 能报吗 does not end for an award.
            if (other.Meaning is Meaning.OtherMatter && other.Start < mark.Start && mark.Start < other.End) return true;
            if (mark.Inside(other) && Weigh(other).Calculator is { } owner && owner != calculator) return true;
        }

        return false;
    }

    /// <summary>What the words of one calculator add up to: its name once, each input once.</summary>
    private sealed class Tally(Calculator calculator)
    {
        internal readonly Calculator Calculator = calculator;
        private readonly List<(string Input, int Weight)> inputs = new(2);
        private int name;
        private int told;

        internal int Score => name + told;

        internal bool IsNamed => name > 0;

        internal void Add(string? input, int weight, int length)
        {
            if (input is null)
            {
                name = Math.Max(name, weight + (length / 3));
            }
            else
            {
                // 我们是 only introduces the applicant; 国家级开发区 names it.
                var at = inputs.Count - 1;
                while (at >= 0 && inputs[at].Input != input) at--;
                var before = at < 0 ? 0 : inputs[at].Weight;
                if (weight <= before) return;
                if (at < 0) inputs.Add((input, weight));
                else inputs[at] = (input, weight);
                told += weight - before;
            }
        }
    }
}
