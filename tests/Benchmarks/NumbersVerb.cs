using Knowledge.Text;

namespace Benchmarks;

/// <summary>What the number reader costs, for a question and for a clause.</summary>
internal static class NumbersVerb
{
    internal static int Run(string[] options)
    {
        var rounds = Rounds.Count(options);
        var development = new Development();
        Console.WriteLine(Gauge.Heading);
        Show("numbers of a question", [.. development.Turns.Select(t => t.Turn.Text)], rounds);
        Show("numbers of a clause", [.. development.Program.Documents.Clauses.Select(c => c.Text)], rounds);
        return 0;
    }

    private static void Show(string name, string[] texts, int rounds)
    {
        var gauge = new Gauge(name, texts.Length, rounds);
        Rounds.Run(texts.Length, rounds, (i, round) => gauge.Measure(i, round, () => NumberReader.Read(texts[i])));
        Console.WriteLine(gauge.Row());
    }
}
