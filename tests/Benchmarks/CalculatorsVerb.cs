using Bot.Understanding;

namespace Benchmarks;

/// <summary>What one calculation costs, with the facts that the development set's users gave.</summary>
internal static class CalculatorsVerb
{
    internal static int Run(string[] options)
    {
        Console.WriteLine($"{Gauge.Heading}\n{Row(new Development(), Rounds.Count(options))}");
        return 0;
    }

    internal static string Row(Development development, int rounds)
    {
        var dialogue = development.Program.Dialogue;
        List<DecidedAward> awards =
        [
            .. development.Turns
                .Select(t => dialogue.Intents.Read(dialogue.Reader.Read(t.Turn.Text, t.Before.Document), t.Before).Intent)
                .OfType<Intent.Awards>().SelectMany(i => i.Decided)
                // What one missed condition decides has not all that a calculation needs.
                .Where(a => a.Calculator.Decide(a.Facts) is { Award: not null, Missing.Count: 0 }),
        ];
        var gauge = new Gauge($"a calculation ({awards.Count} of {awards.Select(a => a.Calculator.Name).Distinct(StringComparer.Ordinal).Count()} calculators)", awards.Count, rounds);
        Rounds.Run(awards.Count, rounds, (i, round) => gauge.Measure(i, round, () => awards[i].Calculator.Decide(awards[i].Facts)));
        return gauge.Row();
    }
}
