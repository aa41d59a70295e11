using System.CommandLine;
using Bot.Evaluation;
using Bot.LanguageModel;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Cli;

/// <summary><c>eval FILE</c>: runs labelled questions and scores the answers.</summary>
internal static class EvalVerb
{
    internal static Command Create(CliContext context)
    {
        var file = new Argument<string>("FILE") { Description = "问题文件，一行一个 JSON" };
        var floor = new Option<string?>("--floor") { Description = "底线文件，一行一个 name=value；低于底线时退出码为 1", HelpName = "FILE" };
        var verb = new Command("eval", "用标注好的问题评测并打分") { file, floor };
        verb.SetAction((parsed, stop) => RunAsync(context, parsed, parsed.GetValue(file)!, parsed.GetValue(floor), stop));
        return verb;
    }

    private static async Task<int> RunAsync(CliContext context, ParseResult parsed, string file, string? floor, CancellationToken stop)
    {
        try
        {
            using var model = ModelServices.Create(context.Configuration(), context.Composition, context.Parts.Time, NullLogger.Instance);
            var evaluator = new Evaluator(context.Composition.Dialogue, context.AsOf(parsed));
            var questions = EvaluationQuestion.ReadFile(file);
            var results = model is null ? evaluator.Run(questions) : await evaluator.RunAsync(questions, model, stop);
            var scores = new Scores(results);
            var output = context.Terminal.Out;
            foreach (var result in results.Where(r => r.Faults.Length > 0)) output.WriteLine($"{result.Question.Id} {result.Faults} | {string.Join(" → ", result.Question.Turns)}");
            foreach (var tag in results.SelectMany(r => r.Question.Tags).Distinct().Order(StringComparer.Ordinal)) WriteTag(output, tag, results);
            var missed = floor is null ? [] : Floor.Missed(floor, scores);
            foreach (var line in missed) output.WriteLine($"below floor: {line}");
            foreach (var (name, value) in scores.Named) output.WriteLine($"{name}={Scores.Print(value)}");
            return missed.Count == 0 ? Exit.Done : Exit.No;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException(e.Message);
        }
    }

    private static void WriteTag(TextWriter output, string tag, List<EvaluationResult> results)
    {
        var scores = new Scores([.. results.Where(r => r.Question.Tags.Contains(tag))]);
        output.WriteLine($"[{tag}] n={scores.Count} {string.Join(' ', scores.Named.Take(8).Select(s => $"{s.Name}={Scores.Print(s.Value)}"))}");
    }
}
