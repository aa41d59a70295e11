using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>Runs every case again and again: first until the code is compiled for speed, then for the record.</summary>
internal static class Rounds
{
    private const int Usual = 15;
    private const int FewestWarm = 60;
    private static readonly TimeSpan WarmingUp = TimeSpan.FromSeconds(2);

    /// <summary>How many rounds the options ask for.</summary>
    internal static int Count(string[] options) => options switch
    {
        [] => Usual,
        ["--rounds", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0 => rounds,
        _ => throw new UsageException("expected nothing or --rounds N, N ≥ 1"),
    };

    /// <summary>Runs the cases; what is noted while warming up is overwritten.</summary>
    internal static void Run(int cases, int rounds, Action<int, int> run)
    {
        var start = Stopwatch.GetTimestamp();
        for (var warm = 0; warm < FewestWarm || Stopwatch.GetElapsedTime(start) < WarmingUp; warm++) Once(0);
        for (var round = 0; round < rounds; round++) Once(round);

        void Once(int round)
        {
            for (var i = 0; i < cases; i++) run(i, round);
        }
    }
}
