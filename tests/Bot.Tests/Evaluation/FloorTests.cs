using Bot.Evaluation;
using Bot.Tests.Dialogues;

namespace Bot.Tests.Evaluation;

/// <summary>What the question files once reached is not given up: Fixtures/eval/floor-NAME.txt. A floor only rises.</summary>
public sealed class FloorTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "eval");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "floor-*.txt").Select(f => Path.GetFileNameWithoutExtension(f)["floor-".Length..]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_question_file_reaches_its_floor(string name)
    {
        var results = new Evaluator(Talk.Composition.Dialogue, Today).Run(EvaluationQuestion.ReadFile(Path.Combine(Folder, name + ".jsonl")));
        var missed = Floor.Missed(Path.Combine(Folder, $"floor-{name}.txt"), new Scores(results));
        var faults = results.Where(r => r.Faults.Length > 0).Select(r => $"{r.Question.Id} {r.Faults} | {string.Join(" → ", r.Question.Turns)}");
        Assert.True(missed.Count == 0, string.Join('\n', missed.Concat(faults)));
    }

    [Fact]
    public void A_score_below_its_floor_and_a_count_above_its_limit_are_named()
    {
        var results = new Evaluator(Talk.Composition.Dialogue, Today).Run([new EvaluationQuestion("q", ["你好"], null, "award", ["xunwu-51/2"], 1m, null, [])]);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "# a comment\nkind=0.5\ncitation_recall=0\namount_wrong=0\n");
            Assert.StartsWith("kind: 0，底线 0.5", Assert.Single(Floor.Missed(file, new Scores(results))), StringComparison.Ordinal);
            File.WriteAllText(file, "kinds=0.5\n");
            Assert.Throws<FormatException>(() => Floor.Missed(file, new Scores(results)));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
