using Knowledge.Text;

namespace Benchmarks;

/// <summary>What the number reader costs, for a question and for a clause.</summary>
internal static class NumbersVerb
{
    internal static int Run(string[] options)
    {
        Console.WriteLine($"{Gauge.Heading}\n{string.Join('\n', Rows(new Development(), Rounds.Count(options)))}");
        return 0;
    }

    internal static IEnumerable<string> Rows(Development development, int rounds) =>
    [
        Row("numbers of a question", [.. development.Turns.Select(t => t.Turn.Text)], rounds),
        Row("numbers of a clause", [.. development.Program.Documents.Clauses.Select(c => c.Text)], rounds),
    ];

    private static string Row(string name, string[] texts, int rounds)
    {
        var gauge = new Gauge(name, texts.Length, rounds);
        Rounds.Run(texts.Length, rounds, (i, round) => gauge.Measure(i, round, () => NumberReader.Read(texts[i])));
        return gauge.Row();
    }
}
