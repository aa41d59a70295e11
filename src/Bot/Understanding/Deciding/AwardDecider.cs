using Bot.Understanding.Slots;
using Calculators.Awards;
using Calculators.Rules;

namespace Bot.Understanding.Deciding;

/// <summary>Whether what is known decides an award, vague words included.</summary>
/// <param name="Decided">The award, where it is decided.</param>
/// <param name="Missing">The required inputs that are absent; empty where decided.</param>
/// <param name="Vague">The input whose vague words leave the award open; asked for exactly.</param>
internal sealed record AwardDecision(DecidedAward? Decided, IReadOnlyList<Input> Missing, Input? Vague);

/// <summary>Runs a calculator on what is known. A vague value is tried at both ends: where they agree, everything between does too, since every award is monotone in each figure.</summary>
internal static class AwardDecider
{
    internal static AwardDecision Decide(Calculator calculator, KnownFacts known)
    {
        // In a talk, one amount alone leaves nothing to compare; the list is asked for.
        for (var k = 0; k < calculator.Inputs.Count; k++)
        {
            var input = calculator.Inputs[k];
            if (input is AwardListInput list && known.Find(list)?.Value is IReadOnlyList<NamedAmount> { Count: < 2 }) known = known.Without(list);
        }

        var corners = known.Corners(calculator);
        Award? first = null;
        foreach (var facts in corners)
        {
            var decision = calculator.Decide(facts);
            if (decision.Award is not { } award) return new AwardDecision(null, decision.Missing, null);
            first ??= award;
            if (award.Eligible != first.Eligible || award.Amount != first.Amount)
            {
                var vague = known.Vague(calculator).First();
                return new AwardDecision(null, [vague], vague);
            }
        }

        List<VagueWords> words = [.. known.Vague(calculator).Select(i => new VagueWords(i, known.Find(i)!.Words))];
        return new AwardDecision(new DecidedAward(calculator, words.Count == 0 ? first! : Cautious(calculator, first!), corners[0], words), [], null);
    }

    // Steps, gaps and next tiers speak of one value; with a vague one they would say more than the user did.
    private static Award Cautious(Calculator calculator, Award award) => award with
    {
        Steps = [],
        Unmet = [.. award.Unmet.Select(u => u.Gap is null ? u : u with { Gap = null, Condition = $"{calculator.Inputs.First(i => i.Name == u.Field).Label}没有达到条文要求的数额。" })],
        Next = null,
        Readings = [],
    };
}
