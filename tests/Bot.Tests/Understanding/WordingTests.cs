using System.Globalization;
using Bot.Tests.Dialogues;

namespace Bot.Tests.Understanding;

/// <summary>One case of each award in ten wordings: Wordings/NAME.md.</summary>
public sealed class WordingTests
{
    private static IEnumerable<string> Files => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Understanding", "Wordings"), "*.md").Order(StringComparer.Ordinal);

    public static TheoryData<string, string, string> Wordings
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var file in Files)
            {
                var lines = File.ReadAllLines(file);
                var wanted = lines.Single(l => l.StartsWith("asOf ", StringComparison.Ordinal));
                foreach (var line in lines.Where(l => l.StartsWith("- ", StringComparison.Ordinal))) data.Add(Path.GetFileNameWithoutExtension(file), wanted, line[2..]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Wordings))]
    public void The_same_case_in_other_words_gives_the_same_award(string calculator, string wanted, string text)
    {
        var parts = wanted["asOf ".Length..].Split(", ");
        var answer = new Talk().Say(text, DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture)).Answer;
        Assert.True(answer.Awards.Count > 0, $"{answer.Kind}: {answer.Text}");
        var award = answer.Awards[0].Award;
        Assert.Equal(
            (calculator, parts[1], parts[2]),
            (award.Calculator, award.Eligible ? "eligible" : "not eligible", award.Amount.Amount.ToString("0.##", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_calculator_has_ten_wordings()
    {
        Assert.Equal(
            Talk.Composition.Catalogue.Calculators.Select(c => c.Name).Order(StringComparer.Ordinal),
            Files.Select(f => Path.GetFileNameWithoutExtension(f)!));
        foreach (var file in Files) Assert.Equal(10, File.ReadLines(file).Count(l => l.StartsWith("- ", StringComparison.Ordinal)));
    }
}
