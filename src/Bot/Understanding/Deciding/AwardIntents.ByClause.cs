using Bot.Conversations;
using Bot.Understanding.Marks;
using Calculators.Rules;
using Knowledge.Citations;

namespace Bot.Understanding.Deciding;

/// <content>Awards by their names and their clauses.</content>
internal sealed partial class AwardIntents
{
    // 我们没进规上, after the clause was shown: what is told without a question belongs to its award.
    private Calculator? OfClause(Message message, ConversationState state)
    {
        if (state.LastClauses.Count == 0 || message.Text.Length > LongestTold) return null;
        if (!message.Has(Cue.Question)) return OnlyOf(state.LastClauses[0]);
        // 那县呢, after the clause that gives by applicant.
        return message.Text.Length <= LongestTurn && message.Text[0] == '那' && OnlyOf(state.LastClauses[0]) is { } only && message.Marks.Any(m => m.Meaning is Meaning.Chooses chooses && chooses.Calculator == only) ? only : null;
    }

    /// <summary>The award of a document that gives only one; null where it gives none, or several.</summary>
    internal Calculator? OnlyAmountOf(string document) => subjects.AmountsOf(document) is [var only] ? only : null;

    /// <summary>Whether a clause gives any award.</summary>
    internal bool GivesAny(ClauseId clause) => calculators.Any(c => !c.JudgesEligibility && clause.Is(c.Clause));

    /// <summary>The award of a clause; null where it has none, or several.</summary>
    internal Calculator? OnlyOf(ClauseId clause)
    {
        Calculator? only = null;
        for (var k = 0; k < calculators.Count; k++)
        {
            var calculator = calculators[k];
            if (!clause.Is(calculator.Clause)) continue;
            if (only is not null) return null;
            only = calculator;
        }

        return only;
    }

    /// <summary>The award of a name; null where there is none.</summary>
    internal Calculator? Find(string? name)
    {
        for (var k = 0; k < calculators.Count; k++)
        {
            var calculator = calculators[k];
            if (calculator.Name == name) return calculator;
        }

        return null;
    }
}
