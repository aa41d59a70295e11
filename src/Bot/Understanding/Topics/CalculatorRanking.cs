using Bot.Understanding.Marks;
using Calculators.Rules;
using Knowledge.Search;

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
        List<Topic> topics = [];
        foreach (var calculator in calculators)
        {
            var (name, inputs) = (0, 0);
            HashSet<string>? counted = null;
            foreach (var mark in message.Marks)
            {
                var (input, weight) = Weigh(mark.Meaning, mark.Length, calculator);
                if (weight == 0 || IsHidden(message, mark, calculator)) continue;
                if (input is null) name = Math.Max(name, weight + (mark.Length / 3));
                else if ((counted ??= new(StringComparer.Ordinal)).Add(input)) inputs += weight;
            }

            var named = name > 0;
            foreach (var reference in message.References)
            {
                if (!IsOf(reference, calculator)) continue;
                name += ByClause;
                named = true;
                break;
            }

            if (name + inputs > 0) topics.Add(new Topic(calculator, name + inputs, named));
        }

        SettleSiblings(message, topics);
        topics.RemoveAll(t => t.Score <= 0);
        topics.Sort((a, b) => b.Score.CompareTo(a.Score));
        return topics;
    }

    // Two awards that ask for the same facts, one for a verdict and one for an amount: the question tells which is meant.
    private static void SettleSiblings(Message message, List<Topic> topics)
    {
        var (verdict, amount) = (message.Has(Cue.Eligibility), message.Has(Cue.Amount));
        if (verdict == amount) return;
        for (var i = 0; i < topics.Count; i++)
        {
            var calculator = topics[i].Calculator;
            if (calculator.JudgesEligibility != verdict && topics.Exists(t => t.Calculator.JudgesEligibility == verdict && Share(t.Calculator, calculator)))
                topics[i] = topics[i] with { Score = topics[i].Score - WrongKind };
        }
    }

    private static bool Share(Calculator one, Calculator other) => one != other && one.Inputs.Any(i => other.Inputs.Any(o => o.Name == i.Name));

    private static bool IsOf(ClauseReference reference, Calculator calculator)
    {
        foreach (var clause in reference.Clauses)
        {
            if (reference.Clauses.Count == 1 && clause.ToString() == calculator.Clause) return true;
        }

        return false;
    }

    private static (string? Input, int Weight) Weigh(Meaning meaning, int length, Calculator calculator) => meaning switch
    {
        Meaning.AwardWord word when word.Calculator == calculator => (null, Named),
        Meaning.Chooses chooses when chooses.Calculator == calculator => (chooses.Input.Name, length < ShortOption ? 1 : Chosen),
        Meaning.Says says when says.Calculator == calculator => (says.Input.Name, Told),
        Meaning.InputWord word when word.Calculator == calculator => (word.Input.Name, Told),
        _ => (null, 0),
    };

    // 示范项目 inside 工业互联网试点示范项目 speaks of the longer thing.
    private static bool IsHidden(Message message, Mark mark, Calculator calculator)
    {
        foreach (var other in message.Marks)
        {
            if (mark.Inside(other) && other.Meaning is (Meaning.AwardWord or Meaning.Chooses or Meaning.InputWord or Meaning.Says)
                && !IsOurs(other.Meaning, calculator)) return true;
        }

        return false;
    }

    private static bool IsOurs(Meaning meaning, Calculator calculator) => Weigh(meaning, 0, calculator).Weight > 0;
}
