namespace Benchmarks;

/// <summary>All that happens inside one turn, on one page.</summary>
internal static class InsideVerb
{
    internal static int Run(string[] options)
    {
        var rounds = Rounds.Count(options);
        var development = new Development();
        List<string> rows = [.. TurnVerb.Rows(development, rounds), CorpusSearchVerb.Row(development, rounds), .. NumbersVerb.Rows(development, rounds), CalculatorsVerb.Row(development, rounds)];
        Report.Write(
            "turn.md",
            "A turn, without HTTP and store",
            Report.Text($"{development.Turns.Count} development questions, the last turn of each with the talk before it; {rounds} rounds after warming up. A case's figure is the median of its rounds; p50, p90 and p99 are over the cases. The steps have a pass of their own, so that they do not add up to the turn. The target is under 60 µs and 20 kB at the median of the turn."),
            $"{Gauge.Heading}\n{string.Join('\n', rows)}",
            "To repeat: `dotnet run -c Release --project tests/Benchmarks -- inside`; `turn`, `numbers`, `search39` and `calculators` show a part. What was hot and what was done: `profile.md`.");
        return 0;
    }
}
