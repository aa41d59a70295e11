namespace Benchmarks;

/// <summary>What the search costs over the clauses that the program is shipped with.</summary>
internal static class CorpusSearchVerb
{
    private const int Top = 8;

    internal static int Run(string[] options)
    {
        Console.WriteLine($"{Gauge.Heading}\n{Row(new Development(), Rounds.Count(options))}");
        return 0;
    }

    internal static string Row(Development development, int rounds)
    {
        var (search, turns) = (development.Program.Search, development.Turns);
        var gauge = new Gauge($"search over {development.Program.Documents.Clauses.Count} clauses", turns.Count, rounds);
        Rounds.Run(turns.Count, rounds, (i, round) => gauge.Measure(i, round, () => search.Rank(turns[i].Turn.Text, Top)));
        return gauge.Row();
    }
}
