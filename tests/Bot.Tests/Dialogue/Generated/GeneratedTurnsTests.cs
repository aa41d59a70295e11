using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bot.Answering;
using Xunit.Abstractions;

namespace Bot.Tests.Dialogues.Generated;

/// <summary>Conversations that nobody wrote: no exception, no figure without a source, no quote that is not verbatim. LONG_TURNS asks for more of them, MEASURED_FILE for a line with the result.</summary>
public sealed class GeneratedTurnsTests(ITestOutputHelper output)
{
    private const int Ordinary = 2000;
    private const int Seed = 20220425;

    [Fact]
    public void No_generated_turn_breaks_a_rule()
    {
        var wanted = int.TryParse(Environment.GetEnvironmentVariable("LONG_TURNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var longer) ? longer : Ordinary;
        var clock = Stopwatch.StartNew();
        List<Found> faults = [];
        Dictionary<AnswerKind, int> kinds = [];
        var turns = 0;
        for (var conversation = 0; turns < wanted; conversation++)
        {
            var generator = new TurnGenerator(Seed + conversation);
            turns += Converse(generator, $"seed {Seed + conversation}", faults, kinds);
        }

        var measured = string.Create(CultureInfo.InvariantCulture, $"generated turns={turns} faults={faults.Count} seconds={clock.Elapsed.TotalSeconds:0.0}");
        output.WriteLine($"{measured} {string.Join(' ', kinds.OrderBy(k => k.Key).Select(k => $"{k.Key}={k.Value}"))}");
        if (Environment.GetEnvironmentVariable("MEASURED_FILE") is { Length: > 0 } file) File.AppendAllText(file, measured + "\n");
        Assert.True(faults.Count == 0, $"{measured}\n{Report(faults)}");
        // A generator that never gets an award out would prove little.
        Assert.All(Enum.GetValues<AnswerKind>(), kind => Assert.True(kinds.GetValueOrDefault(kind) > turns / 200, $"{kind}: {kinds.GetValueOrDefault(kind)}"));
    }

    private static int Converse(TurnGenerator generator, string name, List<Found> faults, Dictionary<AnswerKind, int> kinds)
    {
        var talk = new Talk();
        var turns = generator.Turns();
        for (var i = 0; i < turns; i++)
        {
            var (text, asOf) = (generator.Message(), generator.Day());
            TurnResult result;
            try
            {
                result = talk.Say(text, asOf);
            }
            catch (Exception e)
            {
                // Whatever is thrown is what this looks for; it is reported with the message that brought it about.
                faults.Add(new Found($"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n')[0].Trim()}", $"{name} turn {i} {asOf:yyyy-MM-dd}: {Shown(talk.Said)}"));
                return i + 1;
            }

            kinds[result.Answer.Kind] = kinds.GetValueOrDefault(result.Answer.Kind) + 1;
            faults.AddRange(AnswerRules.Broken(result, talk.Said, asOf).Select(f => new Found(f, $"{name} turn {i} {asOf:yyyy-MM-dd}: {Shown(talk.Said)}")));
        }

        return turns;
    }

    // Each thing that is wrong once, with how often it was found and the shortest message that brings it about.
    private static string Report(List<Found> faults) =>
        string.Join("\n", faults.GroupBy(f => f.What).OrderByDescending(g => g.Count()).Take(40).Select(g => $"{g.Count()} × {g.Key} | {g.MinBy(f => f.Where.Length)!.Where}"));

    // With control characters and lone surrogates spelled out.
    private static string Shown(IEnumerable<string> said)
    {
        const int longest = 300;
        var text = new StringBuilder();
        foreach (var c in string.Join(" → ", said.Select(s => s.Length > longest ? s[..longest] : s)))
        {
            if (char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else text.Append(c);
        }

        return text.ToString();
    }

    private sealed record Found(string What, string Where);
}
